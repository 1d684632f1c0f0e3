namespace Flowstate.Contacts.Domain;

/// <summary>How long a text may be, in characters; the same for a form, the API and an import.</summary>
internal static class ContactLimits
{
    public const int Name = 200;
    public const int Line = 300;
    public const int Text = 20_000;
    public const int Tags = 50;
    public const int Tag = 100;
    public const int Points = 30;
}
