using System.Reflection;
using Flowstate.Shared.Modules;
using Flowstate.Shared.Persistence;

namespace Flowstate.Architecture.Tests;

/// <summary>What the rules look at: a tree of sources and the assemblies built from it. Nothing in it is listed by hand.</summary>
internal sealed record Codebase(string Root, IReadOnlyList<ModuleCode> Modules, IReadOnlyList<Assembly> Shared)
{
    /// <summary>This repository.</summary>
    public static Codebase Flowstate { get; } =
        Discover(
            typeof(Codebase)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(metadata => metadata.Key == "RepositoryRoot")
                .Value!,
            Assembly.Load
        );

    public static Codebase Discover(string root, Func<string, Assembly> load)
    {
        var modules = Directory
            .EnumerateDirectories(Path.Combine(root, "src", "Modules"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories).Any())
            .Select(folder => new ModuleCode(
                Path.GetFileName(folder),
                folder,
                load($"Flowstate.{Path.GetFileName(folder)}"),
                load($"Flowstate.{Path.GetFileName(folder)}.Events")
            ))
            .OrderBy(module => module.Name, StringComparer.Ordinal)
            .ToList();
        var shared = Directory
            .EnumerateFiles(Path.Combine(root, "src", "Shared"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => load(Path.GetFileNameWithoutExtension(project)))
            .ToList();
        return new Codebase(root, modules, shared);
    }

    /// <summary>The C# files under some folders of the root, without what tools generate.</summary>
    public IReadOnlyList<SourceFile> Sources(params string[] folders) =>
        [
            .. folders
                .Select(folder => Path.Combine(Root, folder))
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
                .Select(path => new SourceFile(path, Path.GetRelativePath(Root, path).Replace('\\', '/')))
                .Where(file => !file.IsGenerated && !IsElsewhere(file.Name))
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];

    public IReadOnlyList<ProjectFile> Projects(params string[] folders) =>
        [
            .. folders
                .Select(folder => Path.Combine(Root, folder))
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
                .Where(path => !IsElsewhere(Path.GetRelativePath(Root, path)))
                .Select(path => new ProjectFile(path)),
        ];

    // Packages, and the trees that the rules are tried on, are not this codebase.
    private static bool IsElsewhere(string path) =>
        path.Split('/', '\\') is var parts && (parts.Contains("node_modules") || parts.Contains("Fixtures"));
}

/// <summary>One module: the folder under <c>src/Modules</c> and its two assemblies.</summary>
internal sealed record ModuleCode(string Name, string Folder, Assembly Runtime, Assembly Events)
{
    /// <summary>Lower case: schema, URL segment, prefix of events and permissions.</summary>
    public string Wire => Name.ToLowerInvariant();

    public string RuntimeFolder => Path.Combine(Folder, $"Flowstate.{Name}");

    public IModule? Instance =>
        Runtime.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IModule))).ToList()
            is [var only]
            ? (IModule)Activator.CreateInstance(only)!
            : null;

    public IReadOnlyList<Type> Contexts =>
        [.. Runtime.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ModuleDbContext)))];

    public override string ToString() => Name;
}

internal sealed record SourceFile(string Path, string Name)
{
    private static readonly string[] Generated = ["/obj/", "/bin/", "/Migrations/"];

    public bool IsGenerated => Generated.Any(part => Name.Contains(part, StringComparison.Ordinal));

    public string[] Lines => File.ReadAllLines(Path);

    public string Text => File.ReadAllText(Path);

    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);
}
