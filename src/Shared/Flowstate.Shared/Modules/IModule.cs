using Flowstate.Shared.Identity;

namespace Flowstate.Shared.Modules;

/// <summary>What a module shows the host: the one public type of its assembly.</summary>
public interface IModule
{
    /// <summary>Lower case; also its schema, its URL segment and the prefix of its events and permissions.</summary>
    string Name { get; }

    /// <summary>The rights its endpoints require. Identity stores which role has which.</summary>
    IReadOnlyList<Permission> Permissions { get; }

    /// <summary>Registers what scanning cannot find. Slices, validators, reactions and jobs are found by scanning.</summary>
    void Add(ModuleBuilder module);
}

/// <summary>Every permission of every module loaded in this host.</summary>
public sealed record PermissionCatalog(IReadOnlyList<Permission> All);

/// <summary>Fills a workspace with believable data, so that the product can be seen at once.</summary>
public interface IDemoData
{
    /// <summary>Runs in this order: whoever creates the workspace first.</summary>
    int Order { get; }

    /// <summary>Fills the entered workspace; called once, with nobody signed in.</summary>
    Task Fill(DemoWorkspace demo, CancellationToken ct);
}

/// <summary>The workspace that demo data goes into; Identity, which runs first, names it and its people.</summary>
public sealed class DemoWorkspace
{
    public Guid WorkspaceId { get; set; }

    /// <summary>Member ids and names, the owner first.</summary>
    public List<(Guid Id, string Name)> Members { get; } = [];

    /// <summary>What the person at the terminal is told: how to sign in, what there is to see.</summary>
    public List<string> Tell { get; } = [];
}
