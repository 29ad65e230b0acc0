package text_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/text"
)

func TestKeyBringsSpellingsTogether(t *testing.T) {
	for want, spellings := range map[string][]string{
		"kasperski": {
			"Касперский", "Касперський", "Kaspersky", "Kasperskiy", "Kasperskij", "Kasperskii", "Kasperski", "KASPERSKY",
			"Kaspersky's", "Kaspersky’s", "Kas\u00adpersky", "Κασπέρσκι", "კასპერსკი", "Կասպերսկի", "Ｋａｓｐｅｒｓｋｙ",
		},
		"laboratoria kasperskogo": {
			"Лаборатория Касперского", "Laboratoriya Kasperskogo", "Laboratorija Kasperskogo", "Laboratoria Kasperskogo",
			"Лабораторія Касперського", "ЛАБОРАТОРИЯ  КАСПЕРСКОГО", "«Лаборатория Касперского»",
		},
		"evgeni":              {"Евгений", "Yevgeny", "Yevgeniy", "Evgenij", "Jewgeni", "Evgeni"},
		"alekseevich":         {"Алексеевич", "Alekseyevich", "Alekseevich", "Alexeyevich"},
		"mihailovna":          {"Михайловна", "Mikhaylovna", "Mikhailovna", "Mihajlovna"},
		"borschev":            {"Борщев", "Борщёв", "Borshchev", "Borschev"},
		"duhvalov":            {"Духвалов", "Dukhvalov", "Doukhvalov"},
		"iurevich":            {"Юрьевич", "Yuryevich", "Yurevich", "Iurievich", "Yur'yevich"},
		"vladimir":            {"Владимир", "Vladimir", "Wladimir"},
		"aleksandr":           {"Александр", "Aleksandr", "Alexandr"},
		"kasperski labs gmbh": {"Kaspersky Labs GmbH", "Kaspersky-Labs, GmbH."},
		"muller strasse":      {"Müller-Straße", "MÜLLER STRASSE", "Mu\u0308ller/Strasse"},
		"lodz":                {"Łódź", "LODZ"},
		"serbia":              {"Serbia", "Serbiya"},
		"hrihori":             {"Григорій", "Hryhorii", "Hryhoriy"},
		"uranos":              {"Ουρανός", "Ouranos", "Οὐρανός"},
		"株式会社 kasperski":      {"株式会社 Kaspersky"},
	} {
		for _, s := range spellings {
			assert.Equal(t, want, text.Key(s), s)
		}
	}
}

func TestKeyOfNothing(t *testing.T) {
	for _, s := range []string{"", " ", "«»", "'", "...", "''", "\u00ad", "ь", "\u0301"} {
		assert.Empty(t, text.Key(s), s)
	}
}

func TestKeyIsItsOwnKey(t *testing.T) {
	alphabet := []rune("abeijkhpcstuwxyzйщхёяιουμπγξΣςßİıǅŁéñ'’`-. ́²½ﬁⅣ漢")
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.OneOf(rapid.Rune(), rapid.SampledFrom(alphabet)), 0, 15).Draw(t, "name"))
		key := text.Key(s)
		assert.Equal(t, key, text.Key(key), "%q", s)
		assert.Equal(t, key, strings.Join(text.Words(key), " "))
		assert.Equal(t, key, text.Key(" "+s+"!"))
	})
}

func TestKeysOfKnownScriptsAreLatin(t *testing.T) {
	for _, r := range "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐ" +
		"აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ" + "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև" +
		"абвгдеёжзийклмнопрстуфхцчшщъыьэюяґєіїўђјљњћџѓќѕәғқңөұүһ" {
		assertASCII(t, string(r))
		assertASCII(t, strings.ToUpper(string(r)))
	}
}

func assertASCII(t *testing.T, s string) {
	t.Helper()
	for _, r := range text.Key(s) {
		assert.Less(t, r, rune(0x80), "%q gives %q", s, text.Key(s))
	}
}

func FuzzKey(f *testing.F) {
	f.Add("АО «Лаборатория Касперского»")
	f.Add("O’Brien’s ﬁrm")
	f.Add("\xff\u0301x")
	f.Add("Ѐ")
	f.Add("Ꮑꮑ")
	f.Fuzz(func(t *testing.T, s string) {
		key := text.Key(s)
		if again := text.Key(key); again != key {
			t.Fatalf("%q has key %q and that %q", s, key, again)
		}
	})
}

func TestTrigrams(t *testing.T) {
	assert.Equal(t, []string{"^la", "lab", "ab$"}, text.Trigrams("lab"))
	assert.Equal(t, []string{"^a$"}, text.Trigrams("a"))
	assert.Equal(t, []string{"^aa", "aaa", "aa$"}, text.Trigrams("aaaaa"), "each once")
	assert.Equal(t, []string{"^株式", "株式$"}, text.Trigrams("株式"))
	assert.Empty(t, text.Trigrams(""))
}

func TestPrefixes(t *testing.T) {
	assert.Equal(t, []string{"ka", "kas", "kasp"}, text.Prefixes("kasper", 2, 4))
	assert.Equal(t, []string{"株", "株式"}, text.Prefixes("株式", 1, 9))
	assert.Empty(t, text.Prefixes("a", 2, 4))
	assert.Empty(t, text.Prefixes("abc", 3, 2))
	assert.Empty(t, text.Prefixes("", 0, 2))
}

func TestWords(t *testing.T) {
	assert.Equal(t, []string{"ao", "kasperski", "lab"}, text.Words(text.Key("AO “Kaspersky Lab”")))
	assert.Empty(t, text.Words(""))
}
