package web

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// ErrBundle is the error for sources that do not compile; its text names file, line and what is wrong.
var ErrBundle = errors.New("bundle")

// bundle compiles the entry files (bundle name → source name) and returns the bundles by address. An import by a bare name,
// such as "preact", is one of the vendored modules. What is imported by import() becomes a bundle that is fetched then; its
// name, and that of what bundles share, ends in a hash of the content. What is imported so may import its entry: the entry is then
// all that both need, and is one file.
func bundle(sources fs.FS, entries, modules map[string]string) (map[string][]byte, error) {
	points := make([]api.EntryPoint, 0, len(entries))
	for name, source := range entries {
		points = append(points, api.EntryPoint{InputPath: source, OutputPath: strings.TrimSuffix(name, path.Ext(name))})
	}
	result := api.Build(api.BuildOptions{
		EntryPointsAdvanced: points, Bundle: true, Outdir: "assets", Format: api.FormatESModule, Target: api.ES2022, Splitting: true,
		JSX: api.JSXTransform, JSXFactory: "makeElement", JSXFragment: "ElementGroup", LegalComments: api.LegalCommentsNone,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, Charset: api.CharsetUTF8,
		LogLevel: api.LogLevelSilent, Plugins: []api.Plugin{readFrom(sources, modules)},
	})
	if len(result.Errors) > 0 {
		return nil, bundleError(result.Errors)
	}
	out := make(map[string][]byte, len(result.OutputFiles))
	for _, f := range result.OutputFiles {
		out["/assets/"+filepath.Base(f.Path)] = f.Contents
	}
	for name := range entries {
		fold(out, name)
	}
	return out, nil
}

// soleImport is an entry of which all is in what it shares.
var soleImport = regexp.MustCompile(`^import("\./(chunk-\w+\.js)");\s*$`)

// fold puts what an entry shares in the place of the entry, if that holds nothing else, so that it takes one request and not two.
func fold(out map[string][]byte, entry string) {
	found := soleImport.FindSubmatch(out["/assets/"+entry])
	if found == nil {
		return
	}
	chunk := "/assets/" + string(found[2])
	out["/assets/"+entry] = out[chunk]
	delete(out, chunk)
	for address, body := range out {
		out[address] = bytes.ReplaceAll(body, found[1], []byte(`"./`+entry+`"`))
	}
}

// elementImports brings what elements are made by into a source that has some. It stays on the source's first line, so that what is
// wrong is found at its line.
const elementImports = `import { h as makeElement, Fragment as ElementGroup } from "preact"; `

// bundleError joins what the compiler found, one line a finding.
func bundleError(found []api.Message) error {
	errs := make([]error, len(found))
	for i, m := range found {
		if m.Location == nil {
			errs[i] = fmt.Errorf("%w: %s", ErrBundle, m.Text)
			continue
		}
		name := strings.TrimPrefix(m.Location.File, "web:")
		errs[i] = fmt.Errorf("%w: %s:%d:%d: %s", ErrBundle, name, m.Location.Line, m.Location.Column+1, m.Text)
	}
	return errors.Join(errs...)
}

// readFrom makes the compiler read from a file system, which may be an embedded one.
func readFrom(sources fs.FS, modules map[string]string) api.Plugin {
	return api.Plugin{Name: "web", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			if strings.HasPrefix(a.Path, "data:") {
				return api.OnResolveResult{Path: a.Path, External: true}, nil
			}
			return api.OnResolveResult{Path: resolve(sources, modules, a), Namespace: "web"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "web"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			text, loader, err := source(sources, a.Path)
			return api.OnLoadResult{Contents: &text, Loader: loader}, err
		})
	}}
}

// resolve finds the file that an import means: a vendored module, or one beside the importer whose ending may be left out.
func resolve(sources fs.FS, modules map[string]string, a api.OnResolveArgs) string {
	if name, isModule := modules[a.Path]; isModule {
		return name
	}
	name := path.Join(path.Dir(a.Importer), a.Path)
	if path.Ext(name) != "" {
		return name
	}
	if _, err := fs.Stat(sources, name+".tsx"); err == nil {
		return name + ".tsx"
	}
	return name + ".ts"
}

// source reads one source file and says what it is.
func source(sources fs.FS, name string) (string, api.Loader, error) {
	if path.Ext(name) == ".graphql" {
		text, err := documentModule(sources, name)
		return text, api.LoaderJS, err
	}
	text, err := fs.ReadFile(sources, name)
	switch path.Ext(name) {
	case ".css":
		return string(text), api.LoaderCSS, err
	case ".mjs":
		return string(text), api.LoaderJS, err
	case ".tsx":
		return elementImports + string(text), api.LoaderTSX, err
	default:
		return string(text), api.LoaderTS, err
	}
}
