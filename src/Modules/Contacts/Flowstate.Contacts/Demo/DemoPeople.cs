using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Demo;

/// <summary>Invented people: every address is under example.org and every number in a range kept for fiction.</summary>
internal static class DemoPeople
{
    private static readonly string[] FirstNames =
        "Ana Tomas Ingrid Mateo Sofia Jonas Leila Erik Priya Marco Hanna Diego Amina Lars Chloe Ravi Elena Noah Freya Samir Olivia Karim Astrid Pablo Mei Henrik Zara Luca Nora Kofi Julia Omar Signe Andre Yuki Maya Felix Aisha Oskar Clara".Split(
            ' '
        );

    private static readonly string[] LastNames =
        "Lindqvist Moreau Berg Okafor Santos Haugen Novak Rossi Patel Nilsen Costa Weber Haddad Solberg Dubois Kowalski Tanaka Fischer Almeida Larsen Mensah Castillo Johansen Ferrari Nguyen Dahl Schmidt Ortega Vik Andersson Silva Holm Petrov Garcia Strand Keller Rahman Lund Baker Iversen".Split(
            ' '
        );

    private static readonly string[] Organisations =
    [
        "Nordlys Physio",
        "Bright Mornings Café",
        "Fjord Yoga",
        "Harbour Realty",
        "Sunrise Nursery",
        "Peak Performance Gym",
        "Lakeside Salon",
        "Green Fork Catering",
        "Studio Nove",
        "Atlas Logistics",
    ];

    private static readonly string[] Titles =
    [
        "Owner",
        "Nurse",
        "Personal trainer",
        "Teacher",
        "Account manager",
        "Stylist",
        "Physiotherapist",
    ];

    private static readonly string[] Sources = ["Instagram", "Old school friends", "Referral", "Gym", "Parents' group"];

    private static readonly string[] Tags =
    [
        "health",
        "side income",
        "mum of two",
        "fitness",
        "coffee chat",
        "referral",
    ];

    private static readonly string[] Notes =
    [
        "Met at the spring market; wants more time with the kids.",
        "Runs every Sunday. Ask about the half marathon.",
        "Interested in the product first, the business maybe later.",
        "Prefers voice messages, mornings only.",
        "Her sister already uses the starter pack.",
    ];

    private static readonly (string Country, string Zone, string Prefix)[] Places =
    [
        ("NO", "Europe/Oslo", "+47 999 96 "),
        ("GB", "Europe/London", "+44 7700 900"),
        ("US", "America/New_York", "+1 202 555 0"),
        ("SE", "Europe/Stockholm", "+46 70 174 0"),
    ];

    public static readonly Qualification Answers = new(
        "More time with the family",
        "500 a month on the side",
        "Within three months",
        "Decides together with their partner"
    );

    /// <summary>The n-th person; the same every time.</summary>
    public static ContactDraft Draft(int n, Random dice)
    {
        var first = FirstNames[n % FirstNames.Length];
        var last = LastNames[n * 7 / FirstNames.Length % LastNames.Length];
        last = n % 3 == 0 ? LastNames[(n + 11) % LastNames.Length] : last;
        var place = Places[dice.Next(10) < 6 ? 0 : dice.Next(Places.Length)];
        var draft = new ContactDraft
        {
            FirstName = first,
            LastName = last,
            Organisation = dice.Next(3) == 0 ? Pick(Organisations, dice) : null,
            Title = dice.Next(3) == 0 ? Pick(Titles, dice) : null,
            Emails =
                dice.Next(10) < 7 ? [new PointDraft("home", $"{first}.{last}{n}@example.org".ToLowerInvariant())] : [],
            Phones = dice.Next(10) < 9 ? [new PointDraft("mobile", $"{place.Prefix}{n % 1000:000}")] : [],
            Handles =
                dice.Next(2) == 0 ? new Handles($"{first}.{last}".ToLowerInvariant(), null, null, null) : Handles.None,
            Country = place.Country,
            TimeZone = place.Zone,
            Source = Pick(Sources, dice),
            Tags = [.. Tags.Where(_ => dice.Next(5) == 0)],
            Warmth = Math.Clamp(dice.Next(7), 0, 5),
            Notes = dice.Next(4) == 0 ? Pick(Notes, dice) : null,
        };
        return Twins.TryGetValue(n, out var twin) ? twin(draft) : draft;
    }

    /// <summary>Three people who came in twice, as people do: another spelling, another address book, another member.</summary>
    private static readonly Dictionary<int, Func<ContactDraft, ContactDraft>> Twins = new()
    {
        [110] = draft => Twin(draft, "Camilla", "Brekke", null, "camilla.brekke@example.org", "+47 999 96 810"),
        [310] = draft => Twin(draft, "Camila", "Brekke", "Fjord Yoga", "camilla@fjordyoga.example.org", "999 96 810"),
        [124] = draft => Twin(draft, "Theodor", "Aasen", "Nordlys Physio", null, "+47 999 96 824"),
        [324] = draft => Twin(draft, "Teodor", "Aasen", "Nordlys Physio", "teodor.aasen@example.org", null),
        [136] = draft => Twin(draft, "Vera", "Moen", null, "vera.moen@example.org", "+47 999 96 836"),
        [303] = draft => Twin(draft, "Vera", "Moen Dahl", "Studio Nove", "vera.moen@example.org", null),
    };

    private static ContactDraft Twin(
        ContactDraft draft,
        string first,
        string last,
        string? organisation,
        string? mail,
        string? phone
    ) =>
        draft with
        {
            FirstName = first,
            LastName = last,
            Organisation = organisation,
            Emails = mail is null ? [] : [new PointDraft("home", mail)],
            Phones = phone is null ? [] : [new PointDraft("mobile", phone)],
            Handles = Handles.None,
            Country = "NO",
            TimeZone = "Europe/Oslo",
        };

    private static T Pick<T>(T[] from, Random dice) => from[dice.Next(from.Length)];
}
