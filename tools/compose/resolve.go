package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/compose-spec/compose-go/v2/loader"
	"github.com/compose-spec/compose-go/v2/types"
)

// readCompose resolves a file as Compose does, with these variables and no others.
func readCompose(ctx context.Context, file string, env map[string]string) (map[string]service, error) {
	absolute, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	project, err := loader.LoadWithContext(ctx, types.ConfigDetails{
		WorkingDir:  filepath.Dir(absolute),
		ConfigFiles: []types.ConfigFile{{Filename: absolute}},
		Environment: env,
	})
	if err != nil {
		return nil, err
	}
	services := make(map[string]service, len(project.Services))
	for name, configured := range project.Services {
		services[name] = serviceOf(configured)
	}
	return services, nil
}

func serviceOf(c types.ServiceConfig) service {
	s := service{
		Image: c.Image, Entrypoint: c.Entrypoint, Command: c.Command, Env: map[string]string{}, User: c.User,
		ReadOnly: c.ReadOnly, Privileged: c.Privileged, CapDrop: c.CapDrop, SecurityOpt: c.SecurityOpt,
		MemoryBytes: int64(c.MemLimit), After: map[string]string{},
	}
	for name, value := range c.Environment {
		if value != nil {
			s.Env[name] = *value
		}
	}
	for _, p := range c.Ports {
		s.Ports = append(s.Ports, fmt.Sprintf("%s:%s:%d", p.HostIP, p.Published, p.Target))
	}
	for _, v := range c.Volumes {
		s.Volumes = append(s.Volumes, fmt.Sprintf("%s:%s:%s", v.Type, v.Source, v.Target))
	}
	if c.HealthCheck != nil && !c.HealthCheck.Disable {
		s.Healthcheck = c.HealthCheck.Test
	}
	for name, dependency := range c.DependsOn {
		s.After[name] = dependency.Condition
	}
	return s
}
