package main

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// check fails with every rule that the facts break.
func (f facts) check() error {
	failures := f.Image.check()
	for _, name := range slices.Sorted(maps.Keys(f.Services)) {
		for _, failure := range f.Services[name].check() {
			failures = append(failures, fmt.Errorf("service %s: %w", name, failure))
		}
	}
	own, found := f.Services["redthread"]
	if !found {
		return errors.Join(append(failures, errors.New("no service redthread"))...)
	}
	for _, failure := range own.checkOwn(f.Image) {
		failures = append(failures, fmt.Errorf("service redthread: %w", failure))
	}
	return errors.Join(failures...)
}

// rule is a failure unless it holds.
func rule(failures []error, holds bool, format string, args ...any) []error {
	if holds {
		return failures
	}
	return append(failures, fmt.Errorf(format, args...))
}

func (i image) check() (failures []error) {
	for _, base := range i.Bases {
		failures = rule(failures, pinned(base), "Dockerfile: image %s has no version", base)
	}
	failures = rule(failures, nobody(i.User), "Dockerfile: user %q is not a number other than root's", i.User)
	failures = rule(failures, len(i.Entrypoint) == 1, "Dockerfile: no entry point")
	failures = rule(failures, len(i.Healthcheck) > 0, "Dockerfile: no health check")
	failures = rule(failures, slices.ContainsFunc(i.Runs, static), "Dockerfile: the build is not static and trimmed: %q", i.Runs)
	return failures
}

// pinned wants a version, or the variant of an image that is published without versions.
func pinned(image string) bool {
	_, tag, _ := strings.Cut(image[strings.LastIndex(image, "/")+1:], ":")
	return regexp.MustCompile(`^\d+\.\d+`).MatchString(tag) || image == "gcr.io/distroless/static:nonroot"
}

func nobody(user string) bool { return regexp.MustCompile(`^[1-9]\d*(:[1-9]\d*)?$`).MatchString(user) }

func static(run string) bool {
	return strings.Contains(run, "CGO_ENABLED=0 go build ") && strings.Contains(run, " -trimpath ")
}

func (s service) check() (failures []error) {
	failures = rule(failures, s.Image == "" || pinned(s.Image), "image %s has no version", s.Image)
	for _, port := range s.Ports {
		failures = rule(failures, strings.HasPrefix(port, "127.0.0.1:"), "port %s is open to other machines", port)
	}
	failures = rule(failures, s.MemoryBytes > 0, "no limit of memory")
	failures = rule(failures, len(s.Healthcheck) > 0, "no health check")
	failures = rule(failures, !s.Privileged, "privileged")
	failures = rule(failures, slices.Contains(s.SecurityOpt, "no-new-privileges:true"), "may gain privileges")
	return failures
}

// checkOwn holds the program's own service to more, and to its image.
func (s service) checkOwn(i image) (failures []error) {
	failures = rule(failures, s.Image == "", "not built here")
	failures = rule(failures, s.ReadOnly, "its root can be written")
	failures = rule(failures, slices.Equal(s.CapDrop, []string{"ALL"}), "keeps capabilities")
	failures = rule(failures, s.User == i.User, "user %q is not the image's %q", s.User, i.User)
	failures = rule(failures, slices.Equal(s.Healthcheck, append([]string{"CMD"}, i.Healthcheck...)),
		"health check %q is not the image's %q", s.Healthcheck, i.Healthcheck)
	failures = rule(failures, s.After["neo4j"] == "service_healthy", "does not wait until neo4j is healthy")
	return failures
}
