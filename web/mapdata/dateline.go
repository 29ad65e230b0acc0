package main

// halfTurn is 180 degrees in units of coast.json.
const halfTurn = 180 * coastUnits

// unwrap walks an outline without jumps at the date line, so that its longitudes may go beyond 180 degrees. One that goes
// around a pole, as that of Antarctica does, is led along the pole back to where it began.
func unwrap(ring [][2]int) [][2]int {
	out := make([][2]int, 0, len(ring)+3)
	before, turn := ring[0], 0
	for _, point := range ring {
		switch step := point[0] - before[0]; {
		case step > halfTurn:
			turn -= 2 * halfTurn
		case step < -halfTurn:
			turn += 2 * halfTurn
		}
		before = point
		out = append(out, [2]int{point[0] + turn, point[1]})
	}
	first, last := out[0], out[len(out)-1]
	if gap := last[0] - first[0]; gap > halfTurn || gap < -halfTurn {
		pole := 90 * coastUnits
		if first[1] < 0 {
			pole = -pole
		}
		around := 2 * halfTurn
		if gap < 0 {
			around = -around
		}
		out = append(out, [2]int{first[0] + around, first[1]}, [2]int{first[0] + around, pole}, [2]int{first[0], pole})
	}
	return out
}

// cut parts an unwrapped outline at the date line; each piece lies between 180 degrees west and east.
func cut(ring [][2]int) [][][2]int {
	var out [][][2]int
	for _, shift := range []int{0, -2 * halfTurn, 2 * halfTurn} {
		moved := make([][2]int, len(ring))
		for i, point := range ring {
			moved[i] = [2]int{point[0] + shift, point[1]}
		}
		piece := clip(clip(moved, 1), -1)
		if len(piece) > 2 {
			out = append(out, piece)
		}
	}
	return out
}

// clip keeps what of an outline lies west of the date line (side 1) or east of it (side -1), by the algorithm of Sutherland
// and Hodgman: where it crosses the line it is led along it.
func clip(ring [][2]int, side int) [][2]int {
	var out [][2]int
	inside := func(p [2]int) bool { return side*p[0] <= halfTurn }
	for i, point := range ring {
		before := ring[(i+len(ring)-1)%len(ring)]
		if inside(point) != inside(before) {
			along := float64(side*halfTurn-before[0]) / float64(point[0]-before[0])
			out = append(out, [2]int{side * halfTurn, before[1] + int(along*float64(point[1]-before[1]))})
		}
		if inside(point) {
			out = append(out, point)
		}
	}
	return out
}
