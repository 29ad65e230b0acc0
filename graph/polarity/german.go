package polarity

var german = &lexicon{
	cues: classed(
		classList{Negation, `
			nicht|kein|keine|keinen|keinem|keiner|keines|keinerlei|nie|niemals|niemand|nichts|ohne|weder|keineswegs|keinesfalls
			kaum|nirgends|nirgendwo
			anstatt|statt
			mangels`},
		classList{Denial, `
			bestreite*|bestritt*|dementier*|leugne*|verneint*|verweiger*|widersprach*|widersprich*|widerspreche*
			weist|wies|wiesen|weisen ~ zurück
			zurückgewiesen|zurückweis*|zurückwies*|dementi|ablehnt*
			lehnt|lehnte|lehnten ~ ab`},
		classList{Hearsay, `
			angeblich*|mutmaßlich*|vermeintlich*|vermutlich|möglicherweise|offenbar|wohl
			soll|sollen|solle
			verdächtig*|beschuldig*|vorgeworfen|vorwurf|vorwürfe|verdacht
			wirft|werfen|warf ~ vor`},
		classList{Attribution, `
			laut
			nach angaben
			behaupte*`},
		classList{Possibility, `
			könnte|könnten|kann|können|könne|dürfte|dürften|würde|würden
			in der lage
			fähig*|möglichkeit*`},
		classList{Condition, `
			falls|sofern|ob
			wenn`},
		classList{Intention, `
			plant|planen|plante|planten|geplant*
			beabsichtig*|vorhat*
			will|wollen|wollte|wollten`},
		classList{Obligation, `
			muss|müssen|müsste|sollte|sollten`},
	),
	tail: classed(
		classList{Denial, `
			ist|sind|war|waren|sei|seien falsch|unwahr|unbegründet|haltlos
			wurde|wurden|wird|werden ~ bestritten|dementiert|zurückgewiesen
			, was|wie ~ bestreitet|bestritt|dementiert|dementierte|zurückweist`},
		classList{Attribution, `
			zufolge
			laut
			nach angaben`},
		classList{Condition, `
			, wenn|falls|sofern`},
	),
	exempt: patterns(`
		nicht nur|zuletzt|allein|später|weniger|mehr|selten|umsonst
		ob ~ oder nicht
		kein|keine zweifel|wunder|geheimnis
		ohne zweifel|ausnahme
		auch|selbst|als wenn|ob
		nichts anderes als`),
	double: patterns(`
		nicht|nie|niemals|niemand|kein|keiner .. bestreite*|bestritten|bestritt|geleugnet|leugne*|dementier*|auszuschließen
		bestreite*|bestritt|bestritten|leugne*|dementier* .. nicht`),
	contrast:    words(`sondern aber jedoch hingegen dagegen`),
	commaStarts: words(`während wohingegen doch obwohl obgleich`),
	relatives:   set{},
	enclosing:   words(`obwohl während weil da nachdem bevor wenn falls als trotz ohne wer wo`),
	insertions:  words(`nicht nie der die das den dem deren dessen welche welcher welches`),
	coordinates: words(`und oder`),
	finite: words(`hat haben hatte hatten ist sind war waren wird werden wurde wurden kann muss er sie es wir dies diese
		verkauft betreibt`),
	reporting:   words(`sagte sagt erklärte erklärt teilte betonte fügte`),
	that:        words(`dass daß ob`),
	hanging:     set{},
	lateNot:     true,
	auxiliaries: words(`hat haben hatte hatten ist sind war waren wird werden wurde wurden`),
	common: words(`der die das und ist nicht dem den des von mit ein eine einen einer für auf dass sich im zu hat werden
		als auch bei nach wird wurde sei kein keine haben es sie er an am vom zum zur`),
}
