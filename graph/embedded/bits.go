package embedded

// bitWriter appends codes of some bits, the highest bit first.
type bitWriter struct {
	out  []byte
	free int // bits of the last byte that are not yet written
}

func (w *bitWriter) write(code uint32, bits int) {
	for bits > 0 {
		if w.free == 0 {
			w.out, w.free = append(w.out, 0), 8
		}
		n := min(bits, w.free)
		part := code >> (bits - n) & (1<<n - 1)
		w.out[len(w.out)-1] |= byte(part << (w.free - n))
		bits, w.free = bits-n, w.free-n
	}
}

// bitReader reads codes; beyond the end there are zeros.
type bitReader struct {
	in   []byte
	bits uint64 // taken from in, not yet read: the lowest held ones
	held int
}

func (r *bitReader) peek(n int) uint32 {
	for r.held < n {
		next := byte(0)
		if len(r.in) > 0 {
			next, r.in = r.in[0], r.in[1:]
		}
		r.bits, r.held = r.bits<<8|uint64(next), r.held+8
	}
	return uint32(r.bits>>(r.held-n)) & (1<<n - 1)
}

func (r *bitReader) read(n int) uint32 {
	code := r.peek(n)
	r.held -= n
	return code
}
