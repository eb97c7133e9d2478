@main enum FuzzEdits { static func main() {} }
