//! Names of articles: from their metadata, their address, or their text.

use super::articles::text_hash;
use crate::model::Article;
use crate::model::entity::slug;

/// The key of a text that came without any name.
pub(super) fn text_key(hash: &str) -> String {
    format!("text-{}", &hash[..16])
}

/// A key from publisher, date and title, where there is a title and one of the others.
pub(super) fn made_key(article: &Article) -> Option<String> {
    let title = slug(article.title.as_deref()?);
    let publisher = article.publisher.as_deref().map(slug).filter(|slug| !slug.is_empty());
    let date = article.published.map(|published| published.date.to_string());
    if title.is_empty() || (publisher.is_none() && date.is_none()) {
        return None;
    }
    Some([publisher, date, Some(title)].into_iter().flatten().collect::<Vec<_>>().join("-"))
}

/// The key that an article gets where nothing like it is stored.
pub fn new_key(article: &Article) -> String {
    let url = article.url.as_deref().map(canonical_url);
    let made = || made_key(article).unwrap_or_else(|| text_key(&text_hash(&article.text)));
    article.key.clone().or(url).unwrap_or_else(made)
}

/// An address without what does not identify the article: fragment, tracking parameters, upper case in the host.
pub(super) fn canonical_url(address: &str) -> String {
    let Ok(mut url) = url::Url::parse(address.trim()) else { return address.trim().to_owned() };
    url.set_fragment(None);
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, _)| !is_tracking(name))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    if kept.is_empty() {
        url.set_query(None);
    } else if kept.len() < url.query_pairs().count() {
        url.query_pairs_mut().clear().extend_pairs(kept);
    }
    url.into()
}

/// Parameters that say how a reader came, not what the page is.
fn is_tracking(name: &str) -> bool {
    name.starts_with("utm_")
        || matches!(
            name,
            "fbclid" | "gclid" | "dclid" | "msclkid" | "mc_cid" | "mc_eid" | "igshid" | "ref_src" | "cmpid"
        )
}

#[cfg(test)]
mod tests {
    use super::canonical_url;

    #[test]
    fn addresses_lose_what_does_not_identify() {
        let canonical = "https://news.example/story?id=7";
        for address in [
            "https://news.example/story?id=7",
            "HTTPS://News.Example/story?id=7#comments",
            "https://news.example:443/story?utm_source=x&id=7&fbclid=1",
        ] {
            assert_eq!(canonical_url(address), canonical);
        }
        assert_eq!(canonical_url("not an address"), "not an address");
    }
}
