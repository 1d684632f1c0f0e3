namespace Flowstate.Identity.Security;

/// <summary>Section <c>Identity</c>.</summary>
internal sealed class SignInOptions
{
    public const int LowestBcryptCost = 10;

    /// <summary>Work per password, doubled by each step. Raised, it reaches a person when they next sign in.</summary>
    public int BcryptCost { get; set; } = 12;

    /// <summary>Tries to sign in or set up, per remote address and mail address. An address alone may do ten times as many.</summary>
    public int AttemptsPerMinute { get; set; } = 10;

    /// <summary>API keys that there are not, looked up for one remote address. Those that are there do not count.</summary>
    public int NewKeysPerMinute { get; set; } = 60;

    /// <summary>Invitation mails of one workspace, sent again or not.</summary>
    public int InvitationsPerDay { get; set; } = 200;

    /// <summary>Permissions of modules that run in other services, so that the roles kept here can grant them.</summary>
    public string[] PermissionsElsewhere { get; set; } = [];

    /// <summary>Anybody may sign up and found a workspace of their own.</summary>
    public bool OpenSignUp { get; set; }

    /// <summary>
    /// The domain that passkeys are made for, such as <c>crm.example.com</c>; empty: the host that was asked. A key made for one
    /// domain works on no other.
    /// </summary>
    public string PasskeyDomain { get; set; } = "";

    /// <summary>Where the web app is reached: what the links in mails begin with. Never taken from a request's Host.</summary>
    public string WebAddress { get; set; } = "http://localhost:5080";

    // An address alone has ten times the attempts, which must be a number still.
    internal bool IsUsable =>
        AttemptsPerMinute is > 0 and <= 200_000_000 && NewKeysPerMinute > 0 && InvitationsPerDay > 0;
}
