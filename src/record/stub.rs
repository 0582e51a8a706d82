#![allow(missing_docs)]
use crate::meeting::*;
use crate::words::Words;
use chrono::NaiveDate;
use std::collections::BTreeMap;
pub struct Topic {
    pub title: String,
    pub since: Option<NaiveDate>,
    pub draft: Draft,
}
impl Topic {
    pub fn read(_: &str) -> crate::error::Result<Self> {
        Ok(Self { title: String::new(), since: None, draft: Draft::default() })
    }
}
pub struct Filing {
    pub writes: Vec<(String, String)>,
    pub conflicts: Vec<String>,
    pub removes: Vec<String>,
}
pub fn records(_: &Meeting, _: &str, _: &BTreeMap<String, String>, _: &Words) -> Filing {
    Filing { writes: vec![], conflicts: vec![], removes: vec![] }
}
pub fn minutes(_: &Meeting, _: &Words) -> String {
    String::new()
}
