// Package edtf reads and writes dates of the Library of Congress Extended Date/Time Format
// (EDTF, ISO 8601-2, edition of February 2019): levels 0 and 1 whole, and of level 2 the
// unspecified year ("XXXX-06-21") and one of a set ("[1667,1668,1670..1672]").
// What is accepted is written back byte for byte, and [Date] and [Interval] compare with ==.
//
// Readings where the specification leaves a choice:
//
//   - "?" (uncertain) keeps the days of the date as written. "~" and "%" (approximate) widen them
//     by one unit of the date's precision on each side: "2024~" is 2023-01-01 to 2025-12-31.
//     [Date.Approximate] tells, so that a drawing can leave such ends open.
//   - Seasons are northern, and take the widest of the meteorological and astronomical reckonings.
//     "Winter 2024" may be the one that begins or the one that ends in 2024, so its first possible
//     day is 2023-12-01 and its last is 2025-03-21.
//   - A qualifier may stand on every date without time of day, seasons and unspecified digits too.
//   - The day of a date with time of day is the local one as written, whatever its shift from UTC.
//     Hours run to 23 and seconds to 59; a shift lies between -12:00 and +14:00, and is never "-00".
//   - Year 0000 is 1 BC, -0001 is 2 BC; "-0000" is refused. Long years have 5 to 12 digits.
//   - A year that nobody gave takes a month, a day or a season ("XXXX-06", "XXXX-06-21",
//     "XXXX-22") and may be any year.
//   - A set's members, and an interval's ends, have no time of day; a set may be an interval's end
//     ("2010/[2025-08-11..2025-12-24]"), which the specification neither shows nor forbids.
package edtf
