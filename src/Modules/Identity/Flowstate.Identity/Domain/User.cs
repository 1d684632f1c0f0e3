namespace Flowstate.Identity.Domain;

/// <summary>A person who can sign in. Belongs to no workspace; each membership is a <see cref="Member"/>.</summary>
internal sealed class User
{
    private User() { }

    public Guid Id { get; private set; }

    /// <summary>Lower case.</summary>
    public string Email { get; private set; } = "";

    public string PasswordHash { get; private set; } = "";

    /// <summary>
    /// Where this person is a member, in the order they joined: kept here, since a member can only be read inside the
    /// workspace, and signing in has to know which.
    /// </summary>
    public Guid[] Workspaces { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public static User Create(string email, string passwordHash, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Email = EmailAddress.Normalise(email),
            PasswordHash = passwordHash,
            CreatedAt = now,
        };

    public void ChangePassword(string passwordHash) => PasswordHash = passwordHash;

    public void Join(Guid workspaceId) => Workspaces = [.. Workspaces.Where(id => id != workspaceId), workspaceId];

    public void Leave(Guid workspaceId) => Workspaces = [.. Workspaces.Where(id => id != workspaceId)];
}
