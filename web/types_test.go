package web

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pinned is what tools/types says of the packages that it takes.
type pinned struct {
	DevDependencies map[string]string
	Packages        map[string]struct{ Version, Integrity string }
}

func readPinned(t *testing.T, name string) pinned {
	t.Helper()
	body, err := os.ReadFile("../tools/types/" + name)
	require.NoError(t, err)
	var out pinned
	require.NoError(t, json.Unmarshal(body, &out))
	return out
}

func TestTypesAreCheckedWithPinnedPackages(t *testing.T) {
	asked, locked := readPinned(t, "package.json").DevDependencies, readPinned(t, "package-lock.json").Packages
	assert.Contains(t, asked, "typescript")
	for name, version := range asked {
		assert.Equal(t, version, locked["node_modules/"+name].Version, "%s: an exact version", name)
	}
	for name, row := range locked {
		if name != "" {
			assert.True(t, strings.HasPrefix(row.Integrity, "sha512-"), name)
		}
	}
	rows, err := manifest(embedded)
	require.NoError(t, err)
	for _, row := range rows {
		if version, found := asked[row.NPM]; found {
			assert.Equal(t, row.Version, version, "%s is checked as it is vendored", row.NPM)
		}
	}
}

func TestTypesSayWhatIsMissing(t *testing.T) {
	bash, err := exec.LookPath("bash")
	require.NoError(t, err)
	empty := t.TempDir()
	dirname, err := exec.LookPath("dirname")
	require.NoError(t, err)
	require.NoError(t, os.Symlink(dirname, empty+"/dirname"))
	check := func(require string) (string, error) {
		command := exec.Command(bash, "../tools/types/check")
		command.Env = []string{"PATH=" + empty, "HOME=" + empty, "REQUIRE_NODE=" + require}
		out, err := command.CombinedOutput()
		return string(out), err
	}
	said, err := check("")
	require.NoError(t, err, said)
	assert.Contains(t, said, "not checked, since there is no node")
	said, err = check("1")
	require.Error(t, err, "CI must not leave it out")
	assert.Contains(t, said, "apt-get install nodejs npm")
}
