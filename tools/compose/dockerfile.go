package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// parseDockerfile reads what a Dockerfile sets in its last stage: the instructions that this repository uses, lists as JSON.
func parseDockerfile(text string) (image, error) {
	made := image{Env: map[string]string{}}
	for n, line := range instructions(text) {
		word, rest, _ := strings.Cut(line, " ")
		if err := made.take(word, strings.TrimSpace(rest)); err != nil {
			return image{}, fmt.Errorf("instruction %d, %s: %w", n+1, word, err)
		}
	}
	return made, nil
}

// instructions joins continued lines and leaves out comments.
func instructions(text string) []string {
	var found []string
	open := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if part, continued := strings.CutSuffix(line, `\`); continued {
			open += strings.TrimSpace(part) + " "
			continue
		}
		found = append(found, open+line)
		open = ""
	}
	return found
}

func (i *image) take(word, rest string) error {
	switch word {
	case "FROM":
		base, _, _ := strings.Cut(rest, " ")
		*i = image{Bases: append(i.Bases, base), Runs: i.Runs, Env: map[string]string{}}
		return nil
	case "RUN":
		i.Runs = append(i.Runs, rest)
		return nil
	case "ENV":
		return i.assign(strings.Fields(rest))
	case "USER":
		i.User = rest
		return nil
	case "EXPOSE":
		i.Exposed = append(i.Exposed, strings.Fields(rest)...)
		return nil
	case "VOLUME":
		i.Volumes = append(i.Volumes, strings.Fields(rest)...)
		return nil
	case "WORKDIR", "COPY":
		return nil
	default:
		return i.takeList(word, rest)
	}
}

func (i *image) takeList(word, rest string) error {
	switch word {
	case "ENTRYPOINT":
		return list(rest, &i.Entrypoint)
	case "CMD":
		return list(rest, &i.Command)
	case "HEALTHCHECK":
		_, command, found := strings.Cut(rest, "CMD ")
		if !found {
			return fmt.Errorf("%q has no CMD", rest)
		}
		return list(command, &i.Healthcheck)
	default:
		return fmt.Errorf("it is not known here: add it to %s", "tools/compose/dockerfile.go")
	}
}

func (i *image) assign(assignments []string) error {
	for _, a := range assignments {
		name, value, found := strings.Cut(a, "=")
		if !found || slices.ContainsFunc([]string{name, value}, func(s string) bool { return strings.ContainsAny(s, `"'$\`) }) {
			return fmt.Errorf("%q: give NAME=value without quotes and variables", a)
		}
		i.Env[name] = value
	}
	return nil
}

// list reads the form without a shell, which an image without one needs.
func list(text string, to *[]string) error {
	if err := json.Unmarshal([]byte(text), to); err != nil {
		return fmt.Errorf("%q is no list of JSON: %w", text, err)
	}
	return nil
}
