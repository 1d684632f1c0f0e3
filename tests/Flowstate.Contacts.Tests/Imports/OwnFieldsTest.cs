using System.Text.Json;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Imports;

/// <summary>A club's workspace, with a field of each kind.</summary>
public abstract class OwnFieldsTest(ContactsTest.Server server) : ImportsTest(server)
{
    protected const string Club = """
        Name,E-mail,Plan,Interests,Joined,Fee,Newsletter,Page,Remark
        Kari Berg,kari@fjord.example,gold,Sailing; Skiing,01.03.2026,"1 250,50",ja,fjord.example/kari,Likes boats
        Ola Dal,ola@dal.example,Silver,skiing,2026-03-02T10:00:00Z,99,no,https://dal.example,
        """;

    protected static object New(string column, string label, string kind) =>
        new
        {
            column,
            field = "newField",
            @new = new { label, kind },
        };

    protected static Dictionary<string, string?> Fields(JsonElement import) =>
        import
            .GetProperty("columns")
            .EnumerateArray()
            .ToDictionary(
                column => column.GetProperty("column").GetString()!,
                column => column.GetProperty("field").GetString()
            );

    protected Task<string> Own(string name) =>
        Harness.Scalar<string>(
            $"select custom_fields::text from contacts.contacts where workspace_id = '{Me.WorkspaceId}' and name = '{name}'"
        );

    protected async Task ClubFields()
    {
        await Field("Plan", "choice", "Gold", "Silver");
        await Field("Interests", "multiChoice", "Sailing", "Skiing");
        await Field("Joined on", "date");
        await Field("Fee", "number");
        await Field("Newsletter", "yesNo");
        await Field("Page", "url");
        await Field("Remark", "text");

        Task Field(string label, string kind, params string[] options) =>
            Post(
                "/fields",
                new
                {
                    label,
                    kind,
                    options = options.Length == 0 ? null : options.Select(option => new { label = option }),
                }
            );
    }
}
