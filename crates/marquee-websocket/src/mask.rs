//! What a client hides its bytes with (section 5.3), taken off where they lie. It knows nothing of frames.

/// Takes the mask off, and gives the mask for what comes next of the same payload.
pub(crate) fn unmask(bytes: &mut [u8], mask: [u8; 4]) -> [u8; 4] {
    let [a, b, c, d] = mask;
    let wide = u64::from_ne_bytes([a, b, c, d, a, b, c, d]);
    // Eight at a time; the compiler makes more of it where the machine has wider registers.
    let (words, rest) = bytes.as_chunks_mut::<8>();
    for word in words {
        *word = (u64::from_ne_bytes(*word) ^ wide).to_ne_bytes();
    }
    for (byte, mask) in rest.iter_mut().zip(mask.into_iter().cycle()) {
        *byte ^= mask;
    }
    let mut next = mask;
    next.rotate_left(bytes.len() % 4);
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_length_in_each_two_parts_is_what_byte_by_byte_gives() {
        let mask = [0x37, 0xfa, 0x21, 0x3d];
        for length in 0..40 {
            let plain: Vec<u8> = (0..length).collect();
            let masked: Vec<u8> =
                plain.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask).collect();
            for cut in 0..=masked.len() {
                let mut bytes = masked.clone();
                let (left, right) = bytes.split_at_mut(cut);
                let next = unmask(left, mask);
                unmask(right, next);
                assert_eq!(bytes, plain, "{length} bytes, cut after {cut}");
            }
        }
    }
}
