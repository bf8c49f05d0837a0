//! Which language a text is in, where nothing says it. Says nothing where it is not sure: a text wrongly taken for
//! another language would not be read.

use whatlang::detect;

/// Shorter texts are left without a language.
const SHORTEST: usize = 200;
/// How much of a text is looked at, in bytes.
const LOOKED_AT: usize = 3_000;
/// Words that stand in every English text and in hardly any other; a page of news has one in ten.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "for", "with", "was", "said", "from", "by", "are", "has", "were", "his",
];
/// One English word in so many is English without a further look.
const ONE_IN: usize = 9;

/// The shortest tags of BCP 47 for the languages that can be told apart, by their codes of three letters.
const TAGS: &[(&str, &str)] = &[
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zul", "zu"),
];

/// The tag of a text's language, if there is no doubt.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    if text.len() < SHORTEST {
        return None;
    }
    let end = (LOOKED_AT.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at))?;
    let text = &text[..end];
    if is_english(text) {
        return Some("en");
    }
    let found = detect(text).filter(|found| found.is_reliable())?;
    TAGS.iter().find(|(code, _)| *code == found.lang().code()).map(|(_, tag)| *tag)
}

/// Most texts are English, and told so by their small words, which is much cheaper.
fn is_english(text: &str) -> bool {
    let (mut words, mut english) = (0_usize, 0_usize);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        english += usize::from(word.len() <= 4 && ENGLISH.contains(&word));
    }
    words > 0 && english * ONE_IN >= words
}

#[cfg(test)]
mod tests {
    use super::{TAGS, language};

    #[test]
    fn news_in_several_languages() {
        for (text, tag) in [
            (
                "The council said on Monday that some of the soldiers would leave the valley by March, after months of talks about \
                 the road and the two bridges. About 2,500 are stationed there, a spokesman said. He did not say how many.",
                Some("en"),
            ),
            (
                "Der Rat teilte am Montag mit, dass einige der Soldaten das Tal bis März verlassen werden, nach monatelangen \
                 Gesprächen über die Straße und die beiden Brücken. Etwa 2500 sind dort stationiert, sagte ein Sprecher.",
                Some("de"),
            ),
            (
                "Le conseil a déclaré lundi que certains des soldats quitteraient la vallée d'ici mars, après des mois de \
                 discussions sur la route et les deux ponts. Environ 2 500 y sont stationnés, a indiqué un porte-parole.",
                Some("fr"),
            ),
            (
                "Совет заявил в понедельник, что часть солдат покинет долину к марту после месяцев переговоров о дороге и двух \
                 мостах. Там размещено около 2500 человек, сообщил представитель.",
                Some("ru"),
            ),
            (
                "قال المجلس يوم الاثنين إن بعض الجنود سيغادرون الوادي بحلول مارس بعد أشهر من المحادثات حول الطريق والجسرين. ويتمركز هناك نحو 2500 جندي، بحسب متحدث باسم المجلس في المدينة",
                Some("ar"),
            ),
            ("Too short to tell.", None),
            (&"1 2 3 4 5 6 7 8 9 10 ".repeat(30), None),
        ] {
            assert_eq!(language(text), tag, "{text}");
        }
    }

    #[test]
    fn every_language_has_its_tag() {
        let unknown: Vec<_> = whatlang::Lang::all()
            .iter()
            .map(|lang| lang.code())
            .filter(|code| TAGS.iter().all(|(known, _)| known != code))
            .collect();
        assert_eq!(unknown, Vec::<&str>::new());
    }
}
