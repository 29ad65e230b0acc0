package web

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
)

//go:embed src vendor
var embedded embed.FS

// notFoundPath holds the page for addresses that do not exist; no request can name it, since it has no leading slash.
const notFoundPath = "notfound"

// pages are the addresses of the HTML files in src/pages.
func pages() map[string]string {
	return map[string]string{
		"/": "start.html", "/entity": "entity.html", "/playground/": "playground.html", notFoundPath: "notfound.html",
	}
}

// entries are the files in src that are bundled, by the name of the bundle under /assets.
func entries() map[string]string {
	return map[string]string{
		"start.js": "start.ts", "entity.js": "entity.ts", "playground.js": "playground.ts",
		"site.css": "site.css", "playground.css": "playground.css",
	}
}

// collect makes every file of the site, by its address.
func collect(sources, examples fs.FS) (map[string]file, error) {
	src, err := fs.Sub(sources, "src")
	if err != nil {
		return nil, err
	}
	bodies := map[string][]byte{}
	for _, add := range []func() (map[string][]byte, error){
		func() (map[string][]byte, error) { return bundle(src, entries()) },
		func() (map[string][]byte, error) { return vendored(sources) },
		func() (map[string][]byte, error) { return extras(src, examples) },
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
	return files, addPages(files, src)
}

// extras are the icon and the examples, which the pages fetch.
func extras(src, examples fs.FS) (map[string][]byte, error) {
	icon, err := fs.ReadFile(src, "icon.svg")
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
func addPages(files map[string]file, src fs.FS) error {
	for address, name := range pages() {
		body, err := fs.ReadFile(src, path.Join("pages", name))
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
