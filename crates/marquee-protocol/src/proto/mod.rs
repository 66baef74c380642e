//! The messages of the binary form, as `proto/marquee.proto` has them. Their types are made of it by `scripts/protobuf.sh`
//! and checked in; a test compares them. What they mean is said where JSON's counterparts stand: they decide nothing.
//!
//! | module | holds |
//! |---|---|
//! | [`data`] | `google.protobuf.Struct`, which carries a notice's `data` |

pub mod data;

#[expect(missing_docs, reason = "proto/marquee.proto's own names")]
mod generated {
    include!("generated/marquee.v1.rs");
}

pub use generated::*;

use marquee_core::Level as CoreLevel;

/// The number of a level.
pub(crate) fn level(level: CoreLevel) -> i32 {
    let number = match level {
        CoreLevel::Urgent => Level::Urgent,
        CoreLevel::Warning => Level::Warning,
        CoreLevel::Info => Level::Info,
        CoreLevel::Low => Level::Low,
    };
    number.into()
}

/// The level of a number. 0 says nothing; a number without a level is given back.
pub(crate) fn read_level(number: i32) -> std::result::Result<Option<CoreLevel>, i32> {
    match Level::try_from(number) {
        Ok(Level::Unspecified) => Ok(None),
        Ok(Level::Urgent) => Ok(Some(CoreLevel::Urgent)),
        Ok(Level::Warning) => Ok(Some(CoreLevel::Warning)),
        Ok(Level::Info) => Ok(Some(CoreLevel::Info)),
        Ok(Level::Low) => Ok(Some(CoreLevel::Low)),
        Err(_) => Err(number),
    }
}
