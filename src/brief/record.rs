//! The one declaration of a kind of record.

/// Declares a kind of record: its type, its row of the schema, and how it is read.
///
/// A key is one line. Its comment is its meaning in the format page, in the JSON Schema and here; its
/// [form](crate::brief::form) says what may stand there, whether it must, and what becomes of it. A key
/// that is not called as its field, hyphens apart, has its name behind `as`. Where a key is missing or
/// cannot be read, `= VALUE` says what stands for it, and `=> FUNCTION` makes that of a key that every
/// record must have, so that the record stands without it.
macro_rules! record {
    (
        $(#[doc = $meaning:literal])+
        $name:ident = $table:ident {
            name: $word:literal,
            written: $written:literal,
            one: $one:literal,
            noun: $noun:literal,
            header: $header:ident $(by $by:ty)?,
            registry: $registry:literal,
        }
        $(
            $(#[doc = $doc:literal])+
            $field:ident $(as $key:literal)?: $form:ty $(= $usual:expr)? $(=> $instead:expr)?,
        )+
    ) => {
        #[doc = concat!("`", $written, "`:" $(, $meaning)+, ".")]
        #[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
        #[serde(bound(deserialize = "'de: 'static"))]
        pub struct $name {
            $(
                /// The id in its header.
                pub id: <$by as Held>::Value,
            )?
            $(
                $(#[doc = $doc])+
                pub $field: <$form as Held>::Value,
            )+
            /// The whole record.
            pub span: Span,
            /// Whether a part of it could not be read, so that what it seems to lack may stand there.
            pub is_damaged: bool,
        }

        pub(crate) const $table: Table = Table {
            name: $word,
            written: $written,
            one: $one,
            noun: $noun,
            header: Header::$header,
            header_id: record!(@header $($by)?),
            registry: $registry,
            meaning: concat!($($meaning),+).trim_ascii(),
            keys: &[$(
                Key {
                    name: record!(@name $field $(as $key)?),
                    shape: <$form as Field>::SHAPE,
                    required: record!(@required $form $(= $usual)? $(=> $instead)?),
                    essential: record!(@essential $form $(= $usual)? $(=> $instead)?),
                    meaning: concat!($($doc),+).trim_ascii(),
                },
            )+],
        };

        impl Target for $name {
            const WORDS: &'static str = $noun;
        }

        impl Record for $name {
            const TABLE: &'static Table = &$table;

            fn read(context: &mut Context<'_>, record: &mut Reading<'_>) -> Option<Self> {
                $(
                    let id = form::in_header::<$by>(context, record);
                )?
                $(
                    let $field = record!(
                        @read context, record, record!(@name $field $(as $key)?),
                        $form $(= $usual)? $(=> $instead)?
                    );
                )+
                // Not before here, so that every fault of the record is found before it is dropped.
                Some(Self {
                    $(id: record!(@second $by, id?),)?
                    $($field: $field?,)+
                    span: context.span(record.header.clone()),
                    is_damaged: record.damaged,
                })
            }

            fn amount(&self) -> Amount {
                let mut amount = Amount { records: 1, references: 0 };
                $(
                    amount += <$form as Field>::amount(&self.$field);
                )+
                amount
            }
        }

        impl $name {
            /// Its running texts, in the order of the keys.
            pub fn running_texts(&self) -> impl Iterator<Item = &Prose> {
                [$(<$form as Field>::prose(&self.$field)),+].into_iter().flatten()
            }
        }
    };

    (@name $field:ident as $key:literal) => { $key };
    (@name $field:ident) => {{
        const FIELD: &str = stringify!($field);
        const KEY: [u8; FIELD.len()] = hyphenated(FIELD);
        const NAME: &str = match str::from_utf8(&KEY) {
            Ok(name) => name,
            Err(_) => FIELD,
        };
        NAME
    }};

    (@required $form:ty = $usual:expr) => { false };
    (@required $form:ty => $instead:expr) => { true };
    (@required $form:ty) => { <$form as Field>::REQUIRED };

    (@essential $form:ty = $usual:expr) => { false };
    (@essential $form:ty => $instead:expr) => { false };
    (@essential $form:ty) => { <$form as Field>::REQUIRED };

    (@read $context:ident, $record:ident, $key:expr, $form:ty = $usual:expr) => {
        form::one_or::<$form>($context, $record, $key, |_, _, _| $usual)
    };
    (@read $context:ident, $record:ident, $key:expr, $form:ty => $instead:expr) => {
        form::one_or::<$form>($context, $record, $key, $instead)
    };
    (@read $context:ident, $record:ident, $key:expr, $form:ty) => {
        <$form as Field>::read($context, $record, $key)
    };

    (@header) => { None };
    (@header $by:ty) => { Some(<$by as Field>::SHAPE) };

    (@second $first:ty, $second:expr) => { $second };
}

pub(super) use record;

/// The name of a key in the file: `short-title` of `short_title`.
pub(super) const fn hyphenated<const LENGTH: usize>(field: &str) -> [u8; LENGTH] {
    let mut name = [b'-'; LENGTH];
    let mut places = name.as_mut_slice();
    let mut letters = field.as_bytes();
    while let ([place, after @ ..], [letter, behind @ ..]) = (places, letters) {
        if *letter != b'_' {
            *place = *letter;
        }
        places = after;
        letters = behind;
    }
    name
}
