using Flowstate.Shared.Persistence;

namespace Flowstate.Campaigns.Persistence;

/// <summary>
/// What this module knows of a contact: its own copy, filled from events, guarded by the contact's version. A deleted
/// contact stays as a row without personal data, so that an older event cannot bring it back.
/// </summary>
internal sealed class Recipient : IWorkspaceOwned
{
    private Recipient() { }

    public Guid WorkspaceId { get; private init; }

    public Guid ContactId { get; private init; }

    public long Version { get; private init; }

    public bool Deleted { get; private init; }

    public Guid? OwnerId { get; private init; }

    public string FirstName { get; private init; } = "";

    public string Name { get; private init; } = "";

    public string? Organisation { get; private init; }

    public string? Email { get; private init; }

    public string? Phone { get; private init; }

    /// <summary>The first number that can take a message, E.164.</summary>
    public string? Mobile { get; private init; }

    public string? WhatsApp { get; private init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; private init; }
}

/// <summary>A member's name: who signs the words.</summary>
internal sealed class MemberName : IWorkspaceOwned
{
    private MemberName() { }

    public Guid WorkspaceId { get; private init; }

    public Guid MemberId { get; private init; }

    public long Version { get; private init; }

    public string Name { get; private init; } = "";
}

internal sealed class WorkspaceName : IWorkspaceOwned
{
    private WorkspaceName() { }

    public Guid WorkspaceId { get; private init; }

    public long Version { get; private init; }

    public string Name { get; private init; } = "";
}

/// <summary>Words that went out: which, to whom, how and when.</summary>
internal sealed class Send : IWorkspaceOwned
{
    private Send() { }

    public Guid WorkspaceId { get; private init; }

    public Guid Id { get; private init; }

    public Guid ContactId { get; private init; }

    public Guid MemberId { get; private init; }

    public Guid? TemplateId { get; private init; }

    public string Channel { get; private init; } = "";

    public string Text { get; private init; } = "";

    public DateTimeOffset At { get; private init; }
}
