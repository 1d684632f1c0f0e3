using System.Xml.Linq;

namespace Flowstate.Architecture.Tests;

/// <summary>A csproj as written: IL shows only the references that are used, this shows those that are allowed.</summary>
internal sealed class ProjectFile(string path)
{
    private readonly XDocument _xml = XDocument.Load(path);

    public string Name { get; } = Path.GetFileNameWithoutExtension(path);

    public string Folder { get; } = Path.GetDirectoryName(path)!;

    /// <summary>Names of the referenced projects, without what Directory.Build.props adds to all.</summary>
    public IReadOnlyList<string> References => Included("ProjectReference", Path.GetFileNameWithoutExtension);

    public IReadOnlyList<string> Packages => Included("PackageReference", name => name);

    private List<string> Included(string item, Func<string, string> nameOf) =>
        [
            .. _xml.Descendants(item)
                .Select(element => element.Attribute("Include")?.Value)
                .OfType<string>()
                .Select(include => nameOf(include.Replace('\\', '/'))),
        ];
}
