package guard

// ceiling is where counting stops: doubling fragments would otherwise overflow.
const ceiling = 1 << 30

// add returns a + b, at most the ceiling. Both are between 0 and the ceiling.
func add(a, b int) int {
	if a > ceiling-b {
		return ceiling
	}
	return a + b
}

// multiply returns a × b, at most the ceiling. Both are between 0 and the ceiling.
func multiply(a, b int) int {
	if a > 0 && b > ceiling/a {
		return ceiling
	}
	return a * b
}
