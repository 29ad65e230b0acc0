package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"slices"
)

// unpack reads members of a gzipped tar archive, in the order of their names. It fails with errArchive when one is not there.
func unpack(archive []byte, names []string) ([][]byte, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errArchive, err)
	}
	out := make([][]byte, len(names))
	members := tar.NewReader(unzipped)
	for {
		header, err := members.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errArchive, err)
		}
		if i := slices.Index(names, header.Name); i >= 0 {
			if out[i], err = io.ReadAll(members); err != nil {
				return nil, fmt.Errorf("%w: %s: %w", errArchive, header.Name, err)
			}
		}
	}
	for i, body := range out {
		if body == nil {
			return nil, fmt.Errorf("%w: %s is not in it", errArchive, names[i])
		}
	}
	return out, nil
}
