//! An article as a browser saves it: a page of 30 to 60 kB, most of it not the article.

use std::fmt::Write;

use serde_json::json;

use crate::article::{Article, Articles};
use crate::random::Random;

const SECTIONS: &[&str] = &[
    "World",
    "Africa",
    "Americas",
    "Asia",
    "Europe",
    "Middle East",
    "Politics",
    "Business",
    "Markets",
    "Climate",
    "Science",
    "Health",
    "Sport",
    "Football",
    "Culture",
    "Books",
    "Film",
    "Travel",
    "Opinion",
    "Letters",
    "Weather",
    "Video",
    "Podcasts",
];

/// The whole page.
pub fn page(article: &Article, articles: &Articles) -> String {
    let mut random = Random::apart(77, article.number);
    let mut out = String::with_capacity(60_000);
    out.push_str("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    head(&mut out, article);
    style(&mut out, &mut random);
    out.push_str("</head>\n<body class=\"article-page theme-light\">\n");
    navigation(&mut out, article, "header");
    out.push_str("<div class=\"layout\">\n<main id=\"main\" role=\"main\">\n");
    story(&mut out, article, articles, &mut random);
    out.push_str("</main>\n<aside class=\"sidebar\" aria-label=\"More\">\n");
    for heading in ["Most read", "Editors’ picks", "Latest"] {
        links(&mut out, heading, 14, articles, &mut random);
        advert(&mut out, &mut random);
    }
    out.push_str("</aside>\n</div>\n");
    comments(&mut out, articles, &mut random);
    links(&mut out, "Related stories", 16, articles, &mut random);
    navigation(&mut out, article, "footer");
    scripts(&mut out, &mut random);
    out.push_str("</body>\n</html>\n");
    out
}

fn head(out: &mut String, article: &Article) {
    let (title, url, publisher) = (escape(&article.title), &article.url, escape(&article.publisher));
    let published = format!("{}T{:02}:20:00Z", article.published, article.number % 24);
    let linked = json!({ "@context": "https://schema.org", "@type": "NewsArticle", "headline": article.title,
        "datePublished": published, "dateModified": published, "mainEntityOfPage": url, "inLanguage": "en",
        "author": [{ "@type": "Person", "name": article.author }],
        "publisher": { "@type": "NewsMediaOrganization", "name": article.publisher,
            "logo": { "@type": "ImageObject", "url": "https://cdn.example/logo.png", "width": 600, "height": 60 } },
        "image": ["https://cdn.example/1x1.jpg", "https://cdn.example/4x3.jpg", "https://cdn.example/16x9.jpg"] });
    let _ = write!(
        out,
        "<title>{title} | {publisher}</title>\n<link rel=\"canonical\" href=\"{url}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"author\" content=\"{}\">\n<meta property=\"og:type\" content=\"article\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n<meta property=\"og:url\" content=\"{url}\">\n\
         <meta property=\"og:site_name\" content=\"{publisher}\">\n<meta property=\"og:locale\" content=\"en_GB\">\n\
         <meta property=\"article:published_time\" content=\"{published}\">\n\
         <meta name=\"twitter:card\" content=\"summary_large_image\">\n\
         <script type=\"application/ld+json\">{linked}</script>\n",
        escape(&article.author),
    );
}

/// Rules that a page brings along, whether it needs them or not.
fn style(out: &mut String, random: &mut Random) {
    out.push_str("<style>\n");
    for number in 0..random.within(60, 130) {
        let _ = writeln!(
            out,
            ".c-{number:x}{:04x}>.inner,.c-{number:x}:hover{{margin:{}px {}px;color:#{:06x};font:{}rem/1.4 Georgia,serif}}",
            random.below(65_536),
            random.below(40),
            random.below(40),
            random.below(1 << 24),
            1 + random.below(3),
        );
    }
    out.push_str("</style>\n");
}

fn navigation(out: &mut String, article: &Article, element: &str) {
    let site = article.url.split('/').nth(2).unwrap();
    let _ = writeln!(
        out,
        "<{element} class=\"site-{element}\"><a class=\"logo\" href=\"https://{site}/\">{}</a><nav><ul class=\"menu\">",
        article.publisher
    );
    for section in SECTIONS {
        let slug = section.to_lowercase().replace(' ', "-");
        let _ = write!(
            out,
            "<li class=\"menu-item\"><a href=\"https://{site}/{slug}\" data-track=\"{element}|{slug}\">{section}</a><ul class=\"sub\">"
        );
        for below in ["Latest", "Analysis", "In pictures"] {
            let _ = write!(
                out,
                "<li><a href=\"https://{site}/{slug}/{}\">{below}</a></li>",
                below.to_lowercase()
            );
        }
        out.push_str("</ul></li>\n");
    }
    out.push_str("</ul></nav><form action=\"/search\"><label for=\"q\">Search</label><input id=\"q\" name=\"q\"><button>Go</button></form>");
    let _ = writeln!(
        out,
        "<p class=\"legal\">© {} {}. All rights reserved.</p></{element}>",
        article.published.format("%Y"),
        article.publisher
    );
}

fn story(out: &mut String, article: &Article, articles: &Articles, random: &mut Random) {
    let _ = write!(
        out,
        "<article class=\"story\"><header><h1 class=\"headline\">{}</h1><p class=\"byline\">By <a rel=\"author\" href=\"/by\">{}</a></p>\
         <time datetime=\"{}\">{}</time><ul class=\"share\"><li><a href=\"#f\">Share</a></li><li><a href=\"#x\">Post</a></li></ul></header>\n\
         <figure><img src=\"https://cdn.example/{}.jpg\" alt=\"\" width=\"976\" height=\"549\"><figcaption>{} [File: {}/Agency]</figcaption></figure>\n\
         <div class=\"story-body\">\n",
        escape(&article.title),
        escape(&article.author),
        article.published,
        article.published.format("%-d %B %Y"),
        article.number,
        escape(&articles.title(random)),
        escape(&article.author),
    );
    for (number, paragraph) in article.paragraphs.iter().enumerate() {
        let _ = writeln!(out, "<p class=\"c-{:x}\">{}</p>", number % 7, linked(&escape(paragraph), number));
        match number % 6 {
            3 => advert(out, random),
            5 => {
                let _ = writeln!(
                    out,
                    "<aside class=\"inline-related\"><a href=\"/r/{number}\">Read more: {}</a></aside>",
                    escape(&articles.title(random))
                );
            }
            _ => {}
        }
    }
    out.push_str("</div><ul class=\"tags\"><li><a href=\"/t/1\">News</a></li><li><a href=\"/t/2\">World</a></li></ul></article>\n");
}

/// Every third paragraph has a link on its second word.
fn linked(paragraph: &str, number: usize) -> String {
    match paragraph.splitn(3, ' ').collect::<Vec<_>>().as_slice() {
        [first, second, rest] if number % 3 == 2 => {
            format!("{first} <a href=\"/topic/{number}\">{second}</a> {rest}")
        }
        _ => paragraph.to_owned(),
    }
}

fn advert(out: &mut String, random: &mut Random) {
    let slot = random.below(1_000_000);
    let _ = writeln!(
        out,
        "<div class=\"ad ad-slot\" id=\"ad-{slot}\" data-sizes=\"[[300,250],[728,90]]\"><span>Advertisement</span>\
         <script>window.ads=window.ads||[];ads.push({{slot:{slot},lazy:true,key:\"{:016x}\"}});</script></div>",
        random.below(u64::MAX),
    );
}

fn links(out: &mut String, heading: &str, count: usize, articles: &Articles, random: &mut Random) {
    let _ = writeln!(out, "<section class=\"links\"><h2>{heading}</h2><ol>");
    for number in 0..count {
        let _ = writeln!(
            out,
            "<li class=\"card\"><a href=\"/n/{}\"><img loading=\"lazy\" src=\"https://cdn.example/t/{number}.webp\" alt=\"\"><h3>{}</h3></a><span class=\"age\">{}h</span></li>",
            random.below(1 << 40),
            escape(&articles.title(random)),
            random.within(1, 23),
        );
    }
    out.push_str("</ol></section>\n");
}

fn comments(out: &mut String, articles: &Articles, random: &mut Random) {
    out.push_str("<section id=\"comments\"><h2>Comments</h2>\n");
    for number in 0..random.below(8) {
        let _ = writeln!(
            out,
            "<div class=\"comment\"><b>reader{}</b> <time>{number}h</time><p>{}? I doubt it.</p></div>",
            random.below(9_999),
            escape(&articles.title(random)),
        );
    }
    out.push_str("</section>\n");
}

/// Measuring, consent and what else runs at a page's end.
fn scripts(out: &mut String, random: &mut Random) {
    out.push_str("<script>(function(w){w.__state={\"features\":{");
    for number in 0..random.within(20, 200) {
        let _ = write!(
            out,
            "\"flag_{number}\":{{\"on\":{},\"id\":\"{:016x}\"}},",
            random.percent(50),
            random.below(u64::MAX)
        );
    }
    out.push_str("\"end\":{}}};if(w.a<1&&w.b>2){document.write(\"<p>no</p>\")}})(window);</script>\n");
}

/// Text within markup.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
