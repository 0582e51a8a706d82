//! Tests that the colours of all pages in HTML can be read, in light and dark.

use std::collections::HashMap;

const PALETTE: &str = include_str!("palette.css");

/// Returns the colours of a block by their names.
fn colours(block: &str) -> HashMap<&str, &str> {
    let lines = block.lines().filter_map(|it| it.trim().strip_prefix("--"));
    let named = lines.filter_map(|it| it.trim_end_matches(';').split_once(": #"));
    named.collect()
}

/// Returns the colours in light and in dark.
fn schemes() -> [HashMap<&'static str, &'static str>; 2] {
    let (light, rest) = PALETTE.split_once("@media (prefers-color-scheme: dark)").unwrap();
    [colours(light), colours(rest.split("}\n}").next().unwrap())]
}

/// Returns the relative luminance of a colour (WCAG 2.2).
fn luminance(hex: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn text_is_readable_on_paper_in_light_and_dark() {
    for scheme in schemes() {
        for name in ["ink", "soft", "accent", "warm"] {
            let contrast = contrast(scheme[name], scheme["paper"]);
            assert!(contrast >= 6.5, "{name}: {contrast:.2}");
        }
    }
}

#[test]
fn rings_names_and_dots_are_seen_on_each_fill_of_the_map() {
    for scheme in schemes() {
        let fills: Vec<&str> = ["fill-0", "fill-1", "fill-2", "fill-3"].map(|it| scheme[it]).into();
        for (depth, fill) in fills.iter().enumerate() {
            let around = if depth == 0 { scheme["paper"] } else { fills[depth - 1] };
            let ring = scheme[format!("ring-{depth}").as_str()];
            for beside in [fill, around] {
                let contrast = contrast(ring, beside);
                assert!(contrast >= 3.0, "ring {depth}: {contrast:.2}");
            }
            assert!(contrast(scheme["ink"], fill) >= 4.5, "names at {depth}");
            assert!(contrast(scheme["accent"], fill) >= 3.0, "dots at {depth}");
            assert!(contrast(scheme["warm"], fill) >= 3.0, "ends at {depth}");
        }
    }
}
