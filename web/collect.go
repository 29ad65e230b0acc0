package web

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
)

//go:embed src vendor data
var embedded embed.FS

// notFoundPath holds the page for addresses that do not exist; no request can name it, since it has no leading slash.
const notFoundPath = "notfound"

// pages are the addresses of the HTML files in src/pages.
func pages() map[string]string {
	return map[string]string{"/": "dashboard.html", "/playground/": "playground.html", notFoundPath: "notfound.html"}
}

// entries are the sources that are bundled, by the name of the bundle under /assets, page by page: pages share no bundle.
func entries() []map[string]string {
	return []map[string]string{
		{"dashboard.js": "src/dashboard.tsx", "dashboard.css": "src/style/dashboard.css"},
		{"playground.js": "src/playground/playground.ts", "playground.css": "src/playground/playground.css"},
	}
}

// bundles are the bundles of all pages, by address.
func bundles(sources fs.FS, modules map[string]string) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, page := range entries() {
		more, err := bundle(sources, page, modules)
		if err != nil {
			return nil, err
		}
		maps.Copy(out, more)
	}
	return out, nil
}

// collect makes every file of the site, by its address.
func collect(sources, examples fs.FS) (map[string]file, error) {
	rows, err := manifest(sources)
	if err != nil {
		return nil, err
	}
	bodies := map[string][]byte{}
	for _, add := range []func() (map[string][]byte, error){
		func() (map[string][]byte, error) { return bundles(sources, modules(rows)) },
		func() (map[string][]byte, error) { return vendored(sources, rows) },
		func() (map[string][]byte, error) { return data(sources) },
		func() (map[string][]byte, error) { return extras(sources, examples) },
	} {
		more, err := add()
		if err != nil {
			return nil, err
		}
		maps.Copy(bodies, more)
	}
	files := make(map[string]file, len(bodies))
	for address, body := range bodies {
		if files[address], err = newFile(address, body); err != nil {
			return nil, err
		}
	}
	return files, addPages(files, sources)
}

// extras are the icon and the examples, which the pages fetch.
func extras(sources, examples fs.FS) (map[string][]byte, error) {
	icon, err := fs.ReadFile(sources, "src/icon.svg")
	if err != nil {
		return nil, err
	}
	list, err := Examples(examples)
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(list)
	if err != nil {
		return nil, fmt.Errorf("examples: %w", err)
	}
	return map[string][]byte{"/assets/icon.svg": icon, "/assets/examples.json": body}, nil
}

// addPages adds the HTML pages to the files.
func addPages(files map[string]file, sources fs.FS) error {
	for address, name := range pages() {
		body, err := fs.ReadFile(sources, "src/pages/"+name)
		if err != nil {
			return err
		}
		f, err := newFile(name, body)
		if err != nil {
			return err
		}
		if name == "playground.html" {
			f.policy = playgroundPolicy
		}
		files[address] = f
	}
	return nil
}
