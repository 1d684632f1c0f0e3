using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>How a workspace has set its gates and what it calls its stages. One per workspace, from its first change on.</summary>
internal sealed class PipelineSettings : Entity
{
    private PipelineSettings() { }

    public GateModes Gates { get; private set; } = GateModes.Strict;

    /// <summary>In the order of <see cref="Stage"/>; empty where the canonical label stands.</summary>
    public List<string> Labels { get; private set; } = [];

    public static PipelineSettings Start(Guid workspaceId) => new() { Id = workspaceId, WorkspaceId = workspaceId };

    public void Change(GateModes gates, IReadOnlyList<string> labels)
    {
        (Gates, Labels) = (gates, [.. labels]);
        Touch();
    }
}
