package server

import (
	"mime"
	"net/http"
	"strconv"
	"strings"
)

const (
	// jsonType is the media type under which every well-formed request is answered with 200.
	jsonType = "application/json"
	// responseType is the media type of GraphQL over HTTP, under which failed requests are 4xx and 5xx.
	responseType = "application/graphql-response+json"
)

// negotiate chooses the media type of the answer, which is application/json when the client does
// not care. It returns false when the client accepts neither.
func negotiate(h http.Header) (string, bool) {
	accept := strings.Join(h.Values("Accept"), ",")
	if strings.TrimSpace(accept) == "" {
		return jsonType, true
	}
	chosen, best := "", 0.0
	for entry := range strings.SplitSeq(accept, ",") {
		media, parameters, err := mime.ParseMediaType(strings.TrimSpace(entry))
		if err != nil || !isUTF8(parameters) {
			continue
		}
		offered := offer(media)
		if q := quality(parameters); offered != "" && q > best {
			chosen, best = offered, q
		}
	}
	return chosen, chosen != ""
}

// offer is the media type that answers an entry of Accept, empty for none.
func offer(media string) string {
	switch media {
	case "*/*", "application/*", jsonType:
		return jsonType
	case responseType:
		return responseType
	default:
		return ""
	}
}

// quality is the weight of an entry of Accept, 1 without one and 0 for an unreadable one.
func quality(parameters map[string]string) float64 {
	text, ok := parameters["q"]
	if !ok {
		return 1
	}
	q, err := strconv.ParseFloat(text, 64)
	if err != nil || q < 0 || q > 1 {
		return 0
	}
	return q
}

func isUTF8(parameters map[string]string) bool {
	charset, ok := parameters["charset"]
	return !ok || strings.EqualFold(charset, "utf-8")
}

// isJSONRequest says whether a request carries JSON in UTF-8, uncompressed.
func isJSONRequest(h http.Header) bool {
	media, parameters, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil || media != jsonType || !isUTF8(parameters) {
		return false
	}
	encoding := h.Get("Content-Encoding")
	return encoding == "" || strings.EqualFold(encoding, "identity")
}
