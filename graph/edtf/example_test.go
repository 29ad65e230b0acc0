package edtf_test

import (
	"errors"
	"fmt"

	"github.com/redthread-graph/redthread/graph/edtf"
)

func ExampleParseDate() {
	for _, text := range []string{"2024-06-21", "2024~", "201X", "[2025-08-11..2025-12-24]"} {
		d, err := edtf.ParseDate(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s: %s, %s to %s\n", d, d.Words(), d.Earliest(), d.Latest())
	}
	// Output:
	// 2024-06-21: 21 June 2024, 2024-06-21 to 2024-06-21
	// 2024~: about 2024, 2023-01-01 to 2025-12-31
	// 201X: the 2010s, 2010-01-01 to 2019-12-31
	// [2025-08-11..2025-12-24]: one of 11 August to 24 December 2025, 2025-08-11 to 2025-12-24
}

func ExampleParseDate_refused() {
	_, err := edtf.ParseDate("2023-02-29")
	fmt.Println(err)
	fmt.Println(errors.Is(err, edtf.ErrSyntax))
	// Output:
	// "2023-02-29", character 9: write the day of February 2023 with two digits, 01 to 28: not valid EDTF
	// true
}

func ExampleParseInterval() {
	for _, text := range []string{"1964/2008", "1985/..", "1985/", "2024-06"} {
		i, err := edtf.ParseInterval(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s: %s\n", i, i.Words())
	}
	// Output:
	// 1964/2008: from 1964 to 2008
	// 1985/..: since 1985, still going on
	// 1985/: since 1985 (end not known)
	// 2024-06: June 2024
}

func ExampleDay_Civil() {
	y, m, d := edtf.DayOf(2024, 6, 21).Civil()
	fmt.Println(y, m, d)
	// Output: 2024 6 21
}

// The Bureau's ban took effect in two steps; an approximate end is to be drawn open.
func ExampleDate_Approximate() {
	for _, text := range []string{"2024-07-20", "2024-09~"} {
		d := edtf.MustDate(text)
		fmt.Println(d.Words(), d.Approximate())
	}
	// Output:
	// 20 July 2024 false
	// about September 2024 true
}

func ExampleNewInterval() {
	start := edtf.Bound{Date: edtf.MustDate("2010")}
	for _, end := range []edtf.Bound{{}, {Open: true}, {Date: edtf.MustDate("[2025-08-11..2025-12-24]")}} {
		i, err := edtf.NewInterval(start, end)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%-30s %s\n", i, i.Words())
	}
	// Output:
	// 2010/                          since 2010 (end not known)
	// 2010/..                        since 2010, still going on
	// 2010/[2025-08-11..2025-12-24]  from 2010 to one of 11 August to 24 December 2025
}

func ExampleDateOf() {
	day, err := edtf.ParseDay("2024-06-21")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(edtf.DateOf(day+100).Words(), "|", edtf.DateOf(edtf.MaxDay).Words())
	// Output: 29 September 2024 | date not given
}
