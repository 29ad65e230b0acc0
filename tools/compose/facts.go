package main

// facts are what the two files come to.
type facts struct {
	Image    image              `json:"image"`
	Services map[string]service `json:"services"`
}

// image is what a Dockerfile makes: the settings of its last stage.
type image struct {
	Bases       []string          `json:"bases"` // of every stage
	Runs        []string          `json:"runs"`  // shell commands of every stage
	Env         map[string]string `json:"env"`
	User        string            `json:"user"`
	Exposed     []string          `json:"exposed"`
	Volumes     []string          `json:"volumes"`
	Healthcheck []string          `json:"healthcheck"`
	Entrypoint  []string          `json:"entrypoint"`
	Command     []string          `json:"command"`
}

// service is one of Compose, with every variable resolved.
type service struct {
	Image       string            `json:"image,omitempty"` // empty: built here
	Entrypoint  []string          `json:"entrypoint,omitempty"`
	Command     []string          `json:"command,omitempty"`
	Env         map[string]string `json:"env"`
	Ports       []string          `json:"ports"` // host address, host port, port inside
	Volumes     []string          `json:"volumes,omitempty"`
	User        string            `json:"user,omitempty"`
	ReadOnly    bool              `json:"readOnly"`
	Privileged  bool              `json:"privileged"`
	CapDrop     []string          `json:"capDrop,omitempty"`
	SecurityOpt []string          `json:"securityOpt,omitempty"`
	MemoryBytes int64             `json:"memoryBytes"`
	Healthcheck []string          `json:"healthcheck"`
	After       map[string]string `json:"after,omitempty"` // a service, and in which condition
}
