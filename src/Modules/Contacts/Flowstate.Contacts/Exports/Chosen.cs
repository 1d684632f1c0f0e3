namespace Flowstate.Contacts.Exports;

/// <summary>Whom somebody picked of an audience: these, or all but those; with neither, everybody.</summary>
internal sealed record Chosen(Guid[]? Ids, Guid[] Except)
{
    public static readonly Chosen Everybody = new(null, []);

    /// <summary>What follows <c>where</c> over the alias <c>c</c>.</summary>
    public string Where => Ids is null ? " and c.id <> all(@except)" : " and c.id = any(@ids)";
}
