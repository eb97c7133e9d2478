/// Pass 9: what holds where nothing is written.
struct DefaultsPass {
  func run(_ project: inout SourcedValue) {
    project.change("services") { services in services.changeEach(service) }
  }

  private func service(_ service: inout SourcedValue) {
    service.change("build") { $0.setDefault("context", .string(".")) }
    service.change("secrets") { secrets in
      secrets.changeEach { secret in
        if let source = secret["source"]?.text { secret.setDefault("target", .string("/run/secrets/\(source)")) }
      }
    }
    service.change("ports") { ports in
      ports.changeEach { port in
        port.setDefault("protocol", .string("tcp"))
        port.setDefault("mode", .string("ingress"))
      }
    }
    service.change("volumes") { mounts in
      mounts.changeEach { mount in mount.change("bind") { $0.setDefault("create_host_path", .bool(true)) } }
    }
    service.change("gpus", requests)
    service.change("deploy") { deploy in
      deploy.change("resources") { resources in
        resources.change("reservations") { $0.change("devices", requests) }
      }
    }
  }

  /// A request for devices that names none is for all of them.
  private func requests(_ requests: inout SourcedValue) {
    requests.changeEach { request in
      if request["device_ids"] == nil { request.setDefault("count", .string("all")) }
    }
  }
}
