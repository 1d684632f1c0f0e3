using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Flowstate.Architecture.Tests.RulesBite;

/// <summary>A copy of <c>tests/Fixtures/TwoModules</c> in which something was changed, compiled and loaded beside us.</summary>
internal sealed class TwoModules : IDisposable
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly IReadOnlyList<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ConcurrentDictionary<string, byte[]> Compiled = new(StringComparer.Ordinal);

    private readonly string _root = Directory.CreateTempSubdirectory("flowstate-rules-").FullName;

    private TwoModules(IReadOnlyList<Change> changes)
    {
        Copy(Path.Combine(Codebase.Flowstate.Root, "tests", "Fixtures", "TwoModules"), _root);
        foreach (var change in changes)
        {
            change.Apply(_root);
        }

        Code = Codebase.Discover(_root, Load());
    }

    public Codebase Code { get; }

    public static TwoModules With(params Change[] changes) => new(changes);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Func<string, Assembly> Load()
    {
        // A context of its own: the next copy holds assemblies of the same names.
        var context = new AssemblyLoadContext(_root);
        Dictionary<string, Assembly> compiled = new(StringComparer.Ordinal);
        List<MetadataReference> references = [.. Platform];
        var history = "";
        context.Resolving += (_, name) => compiled.GetValueOrDefault(name.Name!);
        foreach (
            var folder in Directory
                .EnumerateFiles(Path.Combine(_root, "src", "Modules"), "*.csproj", SearchOption.AllDirectories)
                .Select(project => Path.GetDirectoryName(project)!)
                .OrderBy(folder => !folder.EndsWith(".Events", StringComparison.Ordinal))
                .ThenBy(folder => folder, StringComparer.Ordinal)
        )
        {
            var assembly = Path.Combine(_root, $"{Path.GetFileName(folder)}.dll");
            var sources = Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText)
                .ToList();
            // Most changes touch the last assembly only: what came before need not be compiled again.
            history += $"{folder[_root.Length..]}\n{string.Join('\n', sources)}";
            File.WriteAllBytes(
                assembly,
                Compiled.GetOrAdd(history, _ => Compile(Path.GetFileName(folder), sources, references))
            );
            references.Add(MetadataReference.CreateFromFile(assembly));
            compiled.Add(Path.GetFileName(folder), context.LoadFromAssemblyPath(assembly));
        }

        return name => compiled.GetValueOrDefault(name) ?? Assembly.Load(name);
    }

    private static byte[] Compile(string name, IEnumerable<string> sources, IEnumerable<MetadataReference> references)
    {
        var trees = sources.Append(ImplicitUsings).Select(text => CSharpSyntaxTree.ParseText(text));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable
        );
        using var assembly = new MemoryStream();
        var result = CSharpCompilation.Create(name, trees, references, options).Emit(assembly);
        result.Success.ShouldBeTrue(
            string.Join('\n', result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error))
        );
        return assembly.ToArray();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

/// <summary>One thing done to the copy.</summary>
internal abstract record Change(string File)
{
    public static Change In(string file, string old, string now) => new Edit(file, old, now);

    public static Change Add(string file, string text) => new Addition(file, text);

    public static Change Remove(string file) => new Removal(file);

    public abstract void Apply(string root);

    private sealed record Edit(string File, string Old, string Now) : Change(File)
    {
        public override void Apply(string root)
        {
            var path = Path.Combine(root, File);
            var text = System.IO.File.ReadAllText(path);
            text.ShouldContain(Old, Case.Sensitive, $"{File} has changed: the bite no longer bites");
            System.IO.File.WriteAllText(path, text.Replace(Old, Now, StringComparison.Ordinal));
        }
    }

    private sealed record Addition(string File, string Text) : Change(File)
    {
        public override void Apply(string root)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, File))!);
            System.IO.File.WriteAllText(Path.Combine(root, File), Text);
        }
    }

    private sealed record Removal(string File) : Change(File)
    {
        public override void Apply(string root) => System.IO.File.Delete(Path.Combine(root, File));
    }
}
