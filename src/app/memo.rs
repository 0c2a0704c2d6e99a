//! What is worked out once and kept until what it follows from is another.

/// A value with what it was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Memo<K, V> {
    made_for: Option<K>,
    value: V,
}

impl<K, V: Default> Default for Memo<K, V> {
    fn default() -> Self {
        Self { made_for: None, value: V::default() }
    }
}

impl<K: PartialEq, V: Default> Memo<K, V> {
    /// Makes the value for this where it was made for something else, and the empty one for nothing;
    /// true where it was made anew or emptied.
    pub(super) fn follow(&mut self, key: Option<K>, make: impl FnOnce(&K) -> V) -> bool {
        match key {
            Some(key) if self.is_for(&key) => return false,
            Some(key) => {
                let value = make(&key);
                self.set(key, value);
            }
            None => *self = Self::default(),
        }
        true
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// A value that was made for this.
    pub(super) fn new(key: K, value: V) -> Self {
        Self { made_for: Some(key), value }
    }

    /// The value, to be completed.
    pub(super) fn get_mut(&mut self) -> &mut V {
        &mut self.value
    }

    /// The value as it stands.
    pub(super) fn get(&self) -> &V {
        &self.value
    }

    /// Whether it was made for this.
    pub(super) fn is_for(&self, key: &K) -> bool {
        self.made_for.as_ref() == Some(key)
    }

    /// Takes a value that was made for this.
    pub(super) fn set(&mut self, key: K, value: V) {
        self.made_for = Some(key);
        self.value = value;
    }

    /// Has it made anew the next time, whatever it is for.
    pub(super) fn forget(&mut self) {
        self.made_for = None;
    }
}
