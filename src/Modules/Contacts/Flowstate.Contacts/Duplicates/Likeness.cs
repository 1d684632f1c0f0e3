namespace Flowstate.Contacts.Duplicates;

/// <summary>How sure it is that two contacts are one person.</summary>
internal enum Strength
{
    Possible = 1,
    Likely = 2,
    Strong = 3,
}

/// <summary>Why two contacts may be one person; each is true by itself.</summary>
internal enum Reason
{
    SameMail,
    SamePhone,
    SameName,
    SimilarName,
    SameCompany,
}

/// <summary>
/// The one rule of what makes two contacts alike, as SQL over aliases of two contacts. A mail is one person's; a number may
/// be a family's or an office's, so that the name has to agree; a name alone says nothing, in one company it does.
/// </summary>
internal static class Likeness
{
    /// <summary>Whoever shares a mail, a number, or a company and a name with more than so many shares it with nobody.</summary>
    public const int Crowd = 10;

    /// <summary>From here on two names are alike, by their trigrams.</summary>
    public const string Close = "0.6";

    /// <summary>Columns <c>mail phone name company</c> of two contacts: three are true or not, the name is 0 to 1.</summary>
    public static string Of(string left, string right) =>
        $"""
            (select
              {Shares(left, right, "email")} as mail, {Shares(left, right, "phone")} as phone,
              similarity(lower({left}.name), lower({right}.name)) as name,
              coalesce(lower({left}.organisation) = lower({right}.organisation), false) as company)
            """;

    /// <summary>
    /// The <see cref="Duplicates.Strength"/> of such columns; 0 where nothing holds. <paramref name="name"/> is the column that
    /// says how alike the names are.
    /// </summary>
    public static string Strength(string alike, string name = "name") =>
        $"""
            (case when {alike}.mail or ({alike}.phone and {alike}.{name} >= {Close}) then 3
              when {alike}.company and {alike}.{name} >= {Close} then 2 when {alike}.phone then 1 else 0 end)::smallint
            """;

    public static IReadOnlyList<Reason> Reasons(bool mail, bool phone, float name, bool company)
    {
        List<Reason> reasons = [];
        Add(mail, Reason.SameMail);
        Add(phone, Reason.SamePhone);
        Add(name >= 1, Reason.SameName);
        Add(name is >= 0.6f and < 1, Reason.SimilarName);
        Add(company, Reason.SameCompany);
        return reasons;

        void Add(bool holds, Reason reason)
        {
            if (holds)
            {
                reasons.Add(reason);
            }
        }
    }

    private static string Shares(string left, string right, string kind) =>
        $"""
            exists (select 1 from contacts.contact_points a
              join contacts.contact_points b on b.workspace_id = @ws and b.contact_id = {right}.id and b.kind = '{kind}'
                and b.active and b.normalised = a.normalised
              where a.workspace_id = @ws and a.contact_id = {left}.id and a.kind = '{kind}' and a.active)
            """;
}
