//! Claims: put in with their evidence, read back whole.

use std::collections::HashSet;

use rusqlite::params;

use super::claim_rows::stored;
use super::entities::Usage;
use super::identity::{Identity, NamedClaim, distinct, reading_hash};
use super::{Import, Store, StoredArticle};
use crate::error::{Error, Result};
use crate::model::vocabulary::{Method, SpeakerKind, Vocabulary};
use crate::model::{Claim, Named, Speaker, When};
use crate::text::sentences;

/// What became of a claim that was put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimChange {
    /// It was new (or stands again after it was retired).
    Added,
    /// It was known.
    Unchanged,
}

/// A claim in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredClaim {
    /// Row id.
    pub id: i64,
    /// Names what is read.
    pub key: String,
    /// Names how it was read.
    pub reading_hash: String,
    /// Its article's key.
    pub article_key: String,
    /// Its quote.
    pub quote: String,
    /// Everything else.
    pub claim: Claim,
    /// Whether a later reading dropped it.
    pub retired: bool,
}

/// A query for stored claims, in order of articles and their texts.
macro_rules! stored_claims {
    ($condition:literal) => {
        concat!(
            "SELECT claims.id, claims.key, reading_hash, articles.key, quote, quote_start, quote_end, sentence_start,
        sentence_end, predicate, phase, subject.key, subject_text, object.key, object_text, place.key, place_text,
        quantity_text, quantity_low, quantity_best, quantity_high, quantity_qualifier, quantity_unit, when_text,
        when_relation, when_earliest, when_latest, when_precision, when_anchor, when_edtf, stance, polarity, speaker.key,
        speaker_text, speaker_kind, speaker_count, via.key, claims.method, core, rule, retired_import_id IS NOT NULL
    FROM claims JOIN articles ON articles.id = article_id
        LEFT JOIN entities AS subject ON subject.id = subject_id
        LEFT JOIN entities AS object ON object.id = object_id
        LEFT JOIN entities AS place ON place.id = place_id
        LEFT JOIN entities AS speaker ON speaker.id = speaker_id
        LEFT JOIN entities AS via ON via.id = via_id
    WHERE ",
            $condition,
            " ORDER BY articles.key, version, quote_start, quote_end, predicate, claims.method, claims.key, reading_hash"
        )
    };
}
pub(super) use stored_claims;

/// Puts a claim in; `$known` says what becomes of one that is there.
macro_rules! insert_claim {
    ($known:literal) => {
        concat!(
            "INSERT INTO claims (key, reading_hash, article_id, quote, quote_start, quote_end, sentence_start, sentence_end,
                 predicate, phase, subject_id, subject_text, object_id, object_text, place_id, place_text, quantity_text,
                 quantity_low, quantity_best, quantity_high, quantity_qualifier, quantity_unit, when_text, when_relation,
                 when_earliest, when_latest, when_precision, when_anchor, when_edtf, stance, polarity, speaker_id,
                 speaker_text, speaker_kind, speaker_count, via_id, method, core, rule, import_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
                 ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40)",
            $known
        )
    };
}

/// Of a version that has no claims yet.
const NEW_CLAIM: &str = insert_claim!("");
/// Of any.
const CLAIM: &str = insert_claim!(
    " ON CONFLICT (article_id, method, key, reading_hash) DO UPDATE
      SET core = excluded.core, retired_import_id = NULL
      WHERE claims.core <> excluded.core OR claims.retired_import_id IS NOT NULL"
);

impl Import<'_> {
    /// Puts claims of one article in.
    ///
    /// # Errors
    /// When a quote is not what the article says, or SQLite fails.
    pub fn claims(&mut self, article_id: i64, claims: &[NamedClaim]) -> Result<Vec<ClaimChange>> {
        claims.iter().map(|claim| self.claim(article_id, claim, CLAIM)).collect()
    }

    /// Puts in what the rules read in a version that was not read before.
    pub(super) fn add_claims(&mut self, article_id: i64, claims: &[NamedClaim]) -> Result<()> {
        distinct(claims).try_for_each(|claim| self.claim(article_id, claim, NEW_CLAIM).map(drop))
    }

    /// Puts in what the rules read in an article, and retires what they no longer read.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn extracted(&mut self, article_id: i64, claims: &[NamedClaim]) -> Result<()> {
        distinct(claims).try_for_each(|claim| self.claim(article_id, claim, CLAIM).map(drop))?;
        let read: HashSet<_> =
            claims.iter().map(|claim| (claim.key.as_str(), claim.reading_hash.as_str())).collect();
        for (id, (key, reading_hash)) in self.standing(article_id)? {
            if !read.contains(&(key.as_str(), reading_hash.as_str())) {
                self.connection().execute(
                    "UPDATE claims SET retired_import_id = ?2 WHERE id = ?1",
                    params![id, self.id],
                )?;
                self.counts.claims_retired += 1;
            }
        }
        Ok(())
    }

    /// Rows of the claims that rules read in an article, with their keys and reading hashes.
    fn standing(&self, article_id: i64) -> Result<Vec<(i64, (String, String))>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, key, reading_hash FROM claims
             WHERE article_id = ?1 AND method = 'extracted' AND retired_import_id IS NULL ORDER BY key, reading_hash",
        )?;
        let rows = statement.query_map([article_id], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Puts in a claim by one of the two statements.
    fn claim(&mut self, article_id: i64, named: &NamedClaim, sql: &str) -> Result<ClaimChange> {
        let NamedClaim { key, reading_hash, quote, claim } = named;
        let reading = &claim.reading;
        let subject = self.named(reading.subject.as_ref(), Usage::Actor, claim.method)?;
        let object = self.named(reading.object.as_ref(), Usage::Actor, claim.method)?;
        let place = self.named(reading.place.as_ref(), Usage::Place, claim.method)?;
        let speaker = self.speaker(&reading.speaker, claim.method)?;
        let via = self.named(reading.via.as_ref(), Usage::Outlet, claim.method)?;
        let evidence = claim.evidence;
        let (quantity, when) = (reading.quantity.as_ref(), reading.when.as_ref());
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        let changed = self.connection().prepare_cached(sql)?.execute(params![
            key,
            reading_hash,
            article_id,
            quote,
            evidence.quote.start,
            evidence.quote.end,
            evidence.sentence.start,
            evidence.sentence.end,
            reading.predicate.word(),
            reading.phase.map(Vocabulary::word),
            subject,
            text(reading.subject.as_ref()),
            object,
            text(reading.object.as_ref()),
            place,
            text(reading.place.as_ref()),
            quantity.and_then(|quantity| quantity.text.as_deref()),
            quantity.and_then(|quantity| quantity.low),
            quantity.and_then(|quantity| quantity.best),
            quantity.and_then(|quantity| quantity.high),
            quantity.map(|quantity| quantity.qualifier.word()),
            quantity.map(|quantity| quantity.unit.as_str()),
            when.and_then(|when| when.text.as_deref()),
            when.map(|when| when.relation.word()),
            when.and_then(|when| day(when.earliest)),
            when.and_then(|when| day(when.latest)),
            when.map(|when| when.precision.word()),
            when.and_then(|when| day(when.anchor)),
            when.and_then(When::edtf),
            reading.stance.word(),
            reading.polarity.word(),
            speaker,
            reading.speaker.text,
            reading.speaker.kind.word(),
            reading.speaker.count,
            via,
            claim.method.word(),
            claim.core,
            claim.rule,
            self.id,
        ])?;
        if changed == 0 {
            self.counts.claims_unchanged += 1;
            return Ok(ClaimChange::Unchanged);
        }
        match claim.method {
            Method::Curated => self.counts.claims_added += 1,
            Method::Extracted => self.counts.claims_read += 1,
        }
        Ok(ClaimChange::Added)
    }

    fn named(&mut self, named: Option<&Named>, usage: Usage, method: Method) -> Result<Option<i64>> {
        named
            .and_then(|named| named.key.as_deref())
            .map(|key| self.entity_for_claim(key, usage, method))
            .transpose()
    }

    fn speaker(&mut self, speaker: &Speaker, method: Method) -> Result<Option<i64>> {
        let usage = match speaker.kind {
            SpeakerKind::Named => Usage::Person,
            SpeakerKind::Outlet => Usage::Outlet,
            _ => Usage::Actor,
        };
        speaker.key.as_deref().map(|key| self.entity_for_claim(key, usage, method)).transpose()
    }

    /// Gives the claims of an article the keys that follow from its new name, and says their reviews again.
    pub(super) fn rename_claims(&mut self, article_id: i64, key: &str, text: &str) -> Result<()> {
        let sentences = sentences(text);
        let identity = Identity::new(key, text, &sentences);
        let claims = self.store.claims_by(stored_claims!("claims.article_id = ?1"), [article_id])?;
        let new_keys: Vec<String> = claims.iter().map(|stored| identity.key(&stored.claim)).collect();
        // A correction names the claim that replaces the wrong one, and that has a new key as well.
        let renamed: serde_json::Map<String, serde_json::Value> = claims
            .iter()
            .zip(&new_keys)
            .map(|(stored, new)| (stored.key.clone(), new.clone().into()))
            .collect();
        let renamed = serde_json::Value::from(renamed).to_string();
        for (stored, new) in claims.iter().zip(&new_keys) {
            self.connection().execute("UPDATE claims SET key = ?2 WHERE id = ?1", params![stored.id, new])?;
            self.connection().execute(
                "INSERT INTO reviews (claim_key, reading_hash, article_key, verdict, replacement_key, replacement_reading,
                     reviewer, note, made)
                 SELECT ?2, reading_hash, ?3, verdict,
                     coalesce((SELECT new.value FROM json_each(?5) AS new WHERE new.key = replacement_key), replacement_key),
                     replacement_reading, reviewer, note, made
                 FROM reviews WHERE claim_key = ?1 AND reading_hash = ?4 ORDER BY id",
                params![stored.key, new, key, stored.reading_hash, renamed],
            )?;
        }
        Ok(())
    }
}

/// The words of an entity, where there are any.
fn text(named: Option<&Named>) -> Option<&str> {
    named.and_then(|named| named.text.as_deref())
}

impl Store {
    /// Standing claims of an article version, in order of the text.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn claims_of(&self, article_id: i64) -> Result<Vec<StoredClaim>> {
        self.claims_by(stored_claims!("retired_import_id IS NULL AND article_id = ?1"), [article_id])
    }

    /// Claims that name an entity or one merged with it, in order of articles.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn claims_about(&self, entity_id: i64) -> Result<Vec<StoredClaim>> {
        self.claims_by(
            stored_claims!(
                "retired_import_id IS NULL AND claims.id IN (
                     SELECT claim_id FROM claim_descriptions
                     WHERE ?1 IN (subject_root_id, object_root_id, place_root_id, speaker_root_id, via_root_id))"
            ),
            [entity_id],
        )
    }

    /// The claims that a person means by a key, or by its first digits: several readings of one key, at most.
    ///
    /// # Errors
    /// When there is none, or when the digits fit several keys.
    pub fn find_claims(&self, digits: &str) -> Result<Vec<StoredClaim>> {
        let is_key =
            digits.len() >= 4 && digits.len() <= 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let found = if is_key {
            self.claims_by(
                stored_claims!("claims.key >= lower(?1) AND claims.key < lower(?1) || 'g'"),
                [digits],
            )?
        } else {
            Vec::new()
        };
        let Some(first) = found.first() else {
            return Err(Error::user(format!(
                "no claim has the key '{digits}'; reports give it as claim_key in csv and json, and `factdb show ARTICLE` lists them"
            )));
        };
        if found.iter().any(|claim| claim.key != first.key) {
            return Err(Error::user(format!("'{digits}' begins several claim keys: give more of it")));
        }
        Ok(found)
    }

    /// Claims that a query made by `stored_claims!` yields.
    pub(super) fn claims_by(&self, sql: &str, parameters: impl rusqlite::Params) -> Result<Vec<StoredClaim>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let claims = statement.query_map(parameters, stored)?.collect::<rusqlite::Result<_>>()?;
        Ok(claims)
    }
}

impl Import<'_> {
    /// A claim that this run put in, as it is stored.
    ///
    /// # Errors
    /// When it is not there, or SQLite fails.
    pub fn stored(&self, article: &StoredArticle, claim: &Claim) -> Result<StoredClaim> {
        let sentences = sentences(&article.text);
        let key = Identity::new(&article.key, &article.text, &sentences).key(claim);
        let hash = reading_hash(&claim.reading);
        let found =
            self.store.claims_by(stored_claims!("claims.key = ?1 AND claims.method = 'curated'"), [&key])?;
        found
            .into_iter()
            .find(|stored| stored.reading_hash == hash)
            .ok_or_else(|| Error::user(format!("claim {key} was not stored")))
    }
}
