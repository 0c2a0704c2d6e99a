//! Addresses, and which one was meant.

/// The address that was meant: out of brackets or a Markdown link, whole again where it was made harmless, and
/// with its scheme.
pub(super) fn meant_address(text: &str) -> Option<String> {
    let text = text.trim();
    let linked = text.split_once("](").and_then(|(_, rest)| rest.strip_suffix(')'));
    let bare = linked.unwrap_or(text).trim_matches(['<', '>', '"', ' ']);
    let whole = bare.replace("[.]", ".").replace("(.)", ".").replace("[:]", ":");
    let whole = match whole.split_once("://") {
        Some(("hxxps" | "hXXps", rest)) => format!("https://{rest}"),
        Some(("hxxp" | "hXXp", rest)) => format!("http://{rest}"),
        Some(_) => whole,
        // `t.me/x` is an address, `none` is not.
        None => {
            let host = whole.split('/').next().filter(|host| !host.contains([':', '@']))?;
            let (name, top) = host.rsplit_once('.')?;
            let is_host = !name.is_empty() && top.len() >= 2;
            let is_host = is_host && top.bytes().all(|byte| byte.is_ascii_alphabetic());
            format!("https://{}", Some(&whole).filter(|_| is_host)?)
        }
    };
    is_address(&whole).then_some(whole)
}

/// What an address looks like, for the JSON Schema: a host that has more than signs, and no white space.
pub(in crate::brief) const ADDRESS_PATTERN: &str =
    r"^https?://[^\s/?#]*[^\s/?#!-/:-@\[-`{-~][^\s]*$";

/// What a SHA-256 looks like, for the JSON Schema.
pub(in crate::brief) const SHA_256_PATTERN: &str = "^[0-9A-Fa-f]{64}$";

pub(super) fn is_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split_once(['/', '?', '#']).map_or(rest, |(host, _)| host);
        let named = host.chars().any(char::is_alphanumeric);
        named && !address.chars().any(|c| c.is_whitespace() || c.is_control())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_http() {
        let pattern = regex::Regex::new(ADDRESS_PATTERN).unwrap();
        for address in
            ["https://example.org", "http://a.b/c?d=e#f", "https://xn--e1afmkfd.example/"]
        {
            assert!(is_address(address) && pattern.is_match(address), "{address}");
        }
        for address in ["example.org", "ftp://a.b", "https://", "https://a b", "javascript:1"] {
            assert!(!is_address(address) && !pattern.is_match(address), "{address}");
        }
    }

    #[test]
    fn an_address_is_made_whole() {
        for (written, meant) in [
            ("t.me/sbu/10470", Some("https://t.me/sbu/10470")),
            ("hxxps://t[.]me/sbu", Some("https://t.me/sbu")),
            ("[post](https://t.me/sbu)", Some("https://t.me/sbu")),
            ("<https://t.me/sbu>", Some("https://t.me/sbu")),
            ("none", None),
            ("p. 4", None),
            ("mail@example.org", None),
            ("https://a https://b", None),
        ] {
            assert_eq!(meant_address(written).as_deref(), meant, "{written}");
        }
    }
}
