//! What a client does to its bytes, and the same undoes it: section 5.3. Eight at a time, because a compiler makes wide
//! instructions of that.

/// Unmasks bytes of a payload where they lie; the first of them is the payload's `from`th.
pub(crate) fn unmask(bytes: &mut [u8], mask: [u8; 4], from: usize) {
    let turned = std::array::from_fn::<u8, 8, _>(|n| mask[(from + n) % 4]);
    let wide = u64::from_ne_bytes(turned);
    let (eights, rest) = bytes.as_chunks_mut::<8>();
    for eight in eights {
        *eight = (u64::from_ne_bytes(*eight) ^ wide).to_ne_bytes();
    }
    for (byte, mask) in rest.iter_mut().zip(turned) {
        *byte ^= mask;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_meets_its_own_of_the_mask_wherever_it_begins() {
        for length in 0..40 {
            for from in 0..9 {
                let mut bytes: Vec<u8> = (0..length).collect();
                unmask(&mut bytes, [1, 2, 4, 8], from);
                let expected = (0..length).map(|n| n ^ [1, 2, 4, 8][(from + usize::from(n)) % 4]);
                assert!(bytes.iter().copied().eq(expected), "{length} from {from}");
            }
        }
    }
}
