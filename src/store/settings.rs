//! The user's settings: `config.toml`, and the environment variables that say the same.
#![expect(clippy::disallowed_methods, reason = "reads the environment")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use directories::ProjectDirs;

use crate::error::{Error, Result};
use crate::lang::{Lang, known_languages, say};
use crate::store::file::{self, CIRCLE_LIMIT, named};
use crate::store::folder::{absolute, from_home};
use crate::store::system;
use crate::toml_file::fields::Table;
use crate::toml_file::reader::{Reader, Section};
use crate::toml_file::{parse_whole, quoted, table};

/// The name of the file with the user's settings.
pub(crate) const CONFIG: &str = "config.toml";

table! {
    /// The user's settings, in `config.toml`.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub(crate) struct Settings {
        /// The circle to use where no enclosing folder is one. `~` is the home folder.
        circle: Option<String> = r#""/home/ana/garden""#,
        /// The language of the screen.
        lang: Option<String> = r#""de""# [by lang] [or Some(None)],
        /// Whether the screen has no cursor movement, colour and lists.
        plain: bool = "true",
        /// The command that opens a text.
        editor: Option<String> = r#""nano""#,
    }
}

/// A value of a setting, and what sets it: an option, a variable or a file. `None` is the default.
pub(crate) type Sourced<T> = (T, Option<&'static str>);

impl Settings {
    /// Reads the settings of the user; without a `config.toml` they are empty.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or has a problem; the first is returned.
    pub(crate) fn of_user() -> Result<Self> {
        config_dir().map_or_else(|| Ok(Self::default()), |it| Self::read_in(&it))
    }

    /// Reads the settings in this folder.
    pub(super) fn read_in(config: &Path) -> Result<Self> {
        let path = config.join(CONFIG);
        if fs::symlink_metadata(&path).is_err() {
            return Ok(Self::default());
        }
        let text = file::text(&path, CIRCLE_LIMIT)?;
        let first = |errors: Vec<Error>| errors.into_iter().next().expect("a failed read has one");
        read(&text).map_err(|it| first(it).in_file(named(&path)))
    }

    /// Returns the folder of the circle that is named. A relative path begins at the folder of the
    /// settings.
    pub(super) fn circle_in(&self, config: &Path) -> Option<PathBuf> {
        self.circle.as_deref().map(|it| config.join(from_home(it)))
    }

    /// Returns whether the screen is plain, by the variable `ACCESSIBLE` or by the settings.
    pub(crate) fn plain(&self) -> Sourced<bool> {
        if env::var_os("ACCESSIBLE").is_some_and(|it| !it.is_empty()) {
            return (true, Some("ACCESSIBLE"));
        }
        (self.plain, self.plain.then_some(CONFIG))
    }

    /// Returns the editor that is named first: in the settings, in `VISUAL`, in `EDITOR`.
    pub(crate) fn editor(&self) -> Option<Sourced<String>> {
        first_named([
            (self.editor.clone(), CONFIG),
            (env::var("VISUAL").ok(), "VISUAL"),
            (env::var("EDITOR").ok(), "EDITOR"),
        ])
    }
}

/// Returns the first value that is not blank.
fn first_named(named: [(Option<String>, &'static str); 3]) -> Option<Sourced<String>> {
    let mut named = named.into_iter().filter_map(|(it, source)| Some((it?, Some(source))));
    named.find(|(it, _)| !it.trim().is_empty())
}

fn read(text: &str) -> Result<Settings, Vec<Error>> {
    let (text, table) = parse_whole(text)?;
    let mut reader = Reader::new(text);
    let section = reader.section(&table, 0, Settings::KEYS);
    let settings = Settings::read(&mut reader, &section);
    reader.finish(settings)
}

/// Reads a language that the program has.
#[expect(clippy::option_option, reason = "the outer one says whether it could be read")]
fn lang<'t>(
    reader: &mut Reader<'t>,
    section: &Section<'t>,
    key: &'static str,
) -> Option<Option<String>> {
    let lang = reader.line(section, key)?;
    if Lang::find(&lang).is_none() {
        let hint = say!("hint-language", known = known_languages());
        reader.note(section.place(key), say!("error-unknown-language", lang = lang), hint);
        return None;
    }
    Some(Some(lang))
}

/// Returns the language that the system asks for, if the program has it: the first of `LANGUAGE`,
/// which counts where the locale is not `C`; else that of `LC_ALL`, `LC_MESSAGES` or `LANG`, whichever
/// is set first. The order is that of GNU gettext.
pub(crate) fn system_language() -> Option<Sourced<Lang>> {
    let variable = |name: &'static str| Some((env::var(name).ok()?, Some(name)));
    let set = |name| variable(name).filter(|(it, _): &Sourced<String>| !it.is_empty());
    language_of(set("LANGUAGE"), ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set))
}

/// Returns the language of a list and a locale.
fn language_of(
    listed: Option<Sourced<String>>,
    locale: Option<Sourced<String>>,
) -> Option<Sourced<Lang>> {
    let Some((locale, source)) = locale else {
        let mut listed = system::languages().into_iter();
        return listed.find_map(|it| Some((Lang::find(&it)?, None)));
    };
    if ["C", "POSIX"].contains(&locale.as_str()) {
        return None;
    }
    let listed = listed
        .and_then(|(list, source)| list.split(':').find_map(Lang::find).map(|it| (it, source)));
    listed.or_else(|| Some((Lang::find(&locale)?, source)))
}

/// Returns the folder of the user's settings: `ROUNDS_CONFIG_DIR`, else the one of the platform.
pub(crate) fn config_dir() -> Option<PathBuf> {
    match env::var_os("ROUNDS_CONFIG_DIR").filter(|it| !it.is_empty()) {
        Some(path) => Some(path.into()),
        None => Some(ProjectDirs::from("", "", "rounds")?.config_dir().to_owned()),
    }
}

/// Returns the path of the file with the user's settings, and whether it is there.
pub(crate) fn config_file() -> Option<(PathBuf, bool)> {
    let path = config_dir()?.join(CONFIG);
    let is_there = fs::symlink_metadata(&path).is_ok();
    Some((path, is_there))
}

/// Returns whether the settings can be written and do not say which circle is opened from anywhere.
pub(crate) fn has_no_default() -> bool {
    config_dir().is_some() && Settings::of_user().is_ok_and(|it| it.circle.is_none())
}

/// Writes into `config.toml` that this folder's circle is opened wherever no circle is.
///
/// # Errors
///
/// The path is no text, or the file cannot be read or written.
pub(crate) fn set_default(folder: &Path) -> Result<()> {
    let Some((config, is_there)) = config_file() else { return Ok(()) };
    let folder = absolute(folder);
    let Some(path) = folder.to_str() else {
        return Err(Error::new(say!("error-not-text")).in_file(named(&folder)));
    };
    let line = format!("circle = {}\n", quoted(path));
    if !is_there {
        return file::create(&config, &line);
    }
    // All settings are keys at the top, so the first line is a place for another one.
    file::replace(&config, &(line + &file::text(&config, CIRCLE_LIMIT)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang::{De, En};

    #[test]
    fn the_list_of_languages_goes_before_the_locale_unless_that_is_none() {
        let found = |listed: Option<&str>, locale: &str| {
            let held = |it: &str, source| (it.to_owned(), Some(source));
            language_of(listed.map(|it| held(it, "LANGUAGE")), Some(held(locale, "LANG")))
        };
        assert_eq!(found(None, "de_AT.UTF-8"), Some((De, Some("LANG"))));
        assert_eq!(found(Some("fr:de:en"), "en_GB.UTF-8"), Some((De, Some("LANGUAGE"))));
        assert_eq!(found(Some("fr"), "en_GB.UTF-8"), Some((En, Some("LANG"))));
        assert_eq!(found(Some("de"), "C"), None);
        assert_eq!(found(Some("de"), "C.UTF-8"), Some((De, Some("LANGUAGE"))));
        assert_eq!(found(None, "fr_FR"), None);
    }

    #[test]
    fn the_editor_of_the_settings_goes_before_those_of_the_environment() {
        let named = |all: [Option<&str>; 3]| {
            let [config, visual, editor] = all.map(|it| it.map(str::to_owned));
            first_named([(config, CONFIG), (visual, "VISUAL"), (editor, "EDITOR")])
        };
        let held = |it: &str, source| Some((it.to_owned(), Some(source)));
        assert_eq!(named([Some("nano"), Some("vi"), Some("ed")]), held("nano", CONFIG));
        assert_eq!(named([None, Some("vi"), Some("ed")]), held("vi", "VISUAL"));
        assert_eq!(named([None, Some(" "), Some("ed")]), held("ed", "EDITOR"));
        assert_eq!(named([None, None, None]), None);
    }

    #[test]
    fn each_setting_is_read_and_a_language_without_words_is_refused_with_its_line() {
        let all = "circle = \"~/garden\"\nlang = \"de\"\nplain = true\neditor = \"nano -w\"\n";
        let settings = read(all).unwrap();
        assert_eq!((settings.lang.as_deref(), settings.plain), (Some("de"), true));
        assert_eq!(settings.editor.as_deref(), Some("nano -w"));
        assert_eq!(read("").unwrap(), Settings::default());
        let refused = read("plain = true\nlang = \"tlh\"\n").unwrap_err();
        assert_eq!(refused[0].message.key, "error-unknown-language");
        assert_eq!(refused[0].place.line, Some(2));
        assert_eq!(read("plain = \"yes\"").unwrap_err()[0].message.key, "error-wrong-type");
    }
}
