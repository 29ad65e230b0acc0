package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// program is what a command may touch of the world.
type program struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
}

// command is one word of the command line.
type command struct {
	name     string
	args     string // after the flags, for the usage line
	summary  string
	examples []string
	settings []string // by flag name
	run      func(ctx context.Context, p *program, s *settings, args []string) error
}

// errUsage marks a wrong command line.
var errUsage = errors.New("usage")

func commands() []command {
	return []command{
		serveCommand(), seedCommand(), exportCommand(), importCommand(), pathCommand(), checkCommand(),
		copyCommand(), migrateCommand(), healthCommand(), versionCommand(),
	}
}

// main runs the command that args name and gives the exit code.
func (p *program) main(ctx context.Context, args []string) int {
	if len(args) == 0 || slices.Contains([]string{"-h", "-help", "--help", "help"}, args[0]) {
		p.usage()
		if len(args) == 0 {
			return exitUsage
		}
		return exitDone
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return p.exit(c.name, p.runCommand(ctx, c, args[1:]))
		}
	}
	fmt.Fprintf(p.err, "redthread: %q is no command; redthread -h lists them\n", args[0])
	return exitUsage
}

func (p *program) usage() {
	fmt.Fprint(p.out, "redthread keeps a graph of who says what about which company, with the sentence that says it.\n\n")
	for _, c := range commands() {
		fmt.Fprintf(p.out, "  redthread %-8s %s\n", c.name, c.summary)
	}
	fmt.Fprint(p.out, "\nredthread COMMAND -h shows its flags and examples.\n")
}

func (p *program) runCommand(ctx context.Context, c command, args []string) error {
	s := &settings{}
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	if err := s.bind(flags, c.settings, p.getenv); err != nil {
		return err
	}
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		p.help(c, flags)
		return nil
	case err != nil:
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	flags.Visit(func(f *flag.Flag) { s.given = append(s.given, f.Name) })
	return c.run(ctx, p, s, flags.Args())
}

func (p *program) help(c command, flags *flag.FlagSet) {
	usage := "usage: redthread " + c.name
	if len(c.settings) > 0 {
		usage += " [flags]"
	}
	if c.args != "" {
		usage += " " + c.args
	}
	fmt.Fprintf(p.out, "%s\n\n%s\n\n", usage, c.summary)
	flags.SetOutput(p.out)
	flags.PrintDefaults()
	p.helpVariables(c)
	fmt.Fprintf(p.out, "\nexamples:\n  %s\n", strings.Join(c.examples, "\n  "))
}

// helpVariables lists what only the environment sets.
func (p *program) helpVariables(c command) {
	for _, row := range settingsTable() {
		if row.flag != "" || !slices.Contains(c.settings, row.env) {
			continue
		}
		fmt.Fprintf(p.out, "  %s\n    \t%s", row.env, row.help)
		if row.fallback != "" {
			fmt.Fprintf(p.out, " (default %q)", row.fallback)
		}
		fmt.Fprintln(p.out)
	}
}

// exit says what went wrong, in one sentence, and gives the exit code.
func (p *program) exit(name string, err error) int {
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled):
		fmt.Fprintf(p.err, "redthread %s: interrupted; nothing half done is kept\n", name)
		return exitFailed
	}
	fmt.Fprintf(p.err, "redthread %s: %s\n", name, strings.TrimPrefix(err.Error(), name+": "))
	if errors.Is(err, errUsage) {
		fmt.Fprintf(p.err, "redthread %s -h shows its flags and examples.\n", name)
		return exitUsage
	}
	return exitFailed
}

// want fails unless there are as many arguments as a command takes.
func want(args []string, n int, what string) error {
	if len(args) != n {
		return fmt.Errorf("%w: want %s, got %s; flags come first", errUsage, what, plural(len(args), "argument", "arguments"))
	}
	return nil
}

// plural writes a number with the word for what is counted.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
