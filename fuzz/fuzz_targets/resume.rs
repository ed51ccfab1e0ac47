//! Fuzzes the body of this name.
#![no_main]

#[path = "../../tests/bodies/mod.rs"]
#[allow(dead_code, reason = "each target runs one of them")]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bodies::resume(bytes));
