package text

import "strings"

// The tables of the sentence rules: English, German, Russian and Ukrainian, in lower case and without the
// last full stop, except for words that are compared as they stand at the beginning of a sentence.
var (
	// neverLast are abbreviations that stand before what they belong to.
	neverLast = words(`
		mr mrs ms messrs dr prof st ste gen col lt sgt capt maj adm cmdr sen rep gov pres hon rev
		v vs e.g i.e cf viz al fed reg dept supp approx ca op cit resp incl est
		hr fr bzw vgl z.b d.h u.a i.d.r sog inkl exkl evtl ggf gem zzgl u.u z.t
		т.е т.к им ул см проф акад ср напр гр тов просп пл ім вул див`)
	// beforeNumber are abbreviations only when a number follows.
	beforeNumber = words(`
		no nos nr nrn art arts sec secs sect para paras p pp pg vol vols ch fig figs ed eds cl app ex rn rdn
		abs ziff buchst kap bd s tz
		ст стр рис п пп гл разд табл №`)
	// maybeLast are abbreviations that may end a sentence too.
	maybeLast = words(`
		inc ltd co corp llc plc bros jr sr esq etc gmbh ag ave blvd rd dist
		jan feb mar apr jun jul aug sep sept oct nov dec
		usw mio mrd str jh jhd
		г гг в вв т.д т.п др пр тыс млн млрд руб долл коп грн р`)
	// sentenceOpeners show that the word before, though an abbreviation, ended its sentence.
	sentenceOpeners = words(`
		The This That These Those There It He She They We You I Its His Her Their Our A An And But Or So Yet
		In On At By For From With Without After Before Since As If When While Although Though However Moreover
		Because Under During Despite According Also Both Each Some Many Most No Not None Neither Only Other Another
		What Who Which Where Why How Then Thus Therefore Meanwhile Instead Such To
		Der Die Das Den Dem Des Ein Eine Einen Einem Es Er Sie Wir Ich Im Am Auf Mit Nach Bei Für Von Vor Zu Zum
		Diese Dieser Dieses Auch Aber Doch Wenn Als Seit Laut Nicht Kein Keine Damit Dabei Dennoch
		Он Она Оно Они Мы Это Этот Эта Эти В На По За С Из Но А И Как Когда Если При Для От До Также Однако Не
		Він Вона Вони Це У Та Але З Про`)
	// germanMonths follow an ordinal: "15. März".
	germanMonths = words(`
		Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jänner
		Jahrhundert Jahrhunderts`)
	// beforeOrdinal are German words before an ordinal: "der 4. Senat".
	beforeOrdinal = words(`der die das den dem des am im vom zum zur beim bis seit ab jeder jedes vor nach`)
)

// words is the set of the words of a list.
func words(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}
