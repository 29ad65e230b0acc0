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
	in []byte
	at int // bits
}

func (r *bitReader) peek(bits int) uint32 {
	var code uint32
	for i := range bits {
		code <<= 1
		if at := r.at + i; at/8 < len(r.in) {
			code |= uint32(r.in[at/8]>>(7-at%8)) & 1
		}
	}
	return code
}

func (r *bitReader) read(bits int) uint32 {
	code := r.peek(bits)
	r.at += bits
	return code
}
