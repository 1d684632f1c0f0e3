using Npgsql;

namespace Flowstate.Host;

/// <summary>
/// Ends a production start whose secrets are missing or known. On the embedded database all of them are made on the spot;
/// whoever brings a database of their own brings the rest too.
/// </summary>
internal static class RefuseWeakSecrets
{
    private const int Shortest = 12;

    // What examples, images and habits use.
    private static readonly string[] Known =
    [
        "password",
        "postgres",
        "flowstate",
        "changeme",
        "change-me",
        "secret",
        "example",
        "admin",
        "12345678",
    ];

    /// <returns>True where something is wrong; what it is was told to whoever started it.</returns>
    public static bool Tell(WebApplicationBuilder builder)
    {
        var wrong = Find(builder);
        if (wrong.Count > 0)
        {
            Console.Error.WriteLine($"Flowstate does not start in Production: {string.Join(' ', wrong)}");
        }

        return wrong.Count > 0;
    }

    private static List<string> Find(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (!builder.Environment.IsProduction() || string.IsNullOrEmpty(configuration.GetConnectionString("Flowstate")))
        {
            return [];
        }

        var wrong = configuration
            .GetSection("ConnectionStrings")
            .GetChildren()
            .Where(connection => connection.Key != "Redis" && IsWeak(connection.Value))
            .Select(connection =>
                $"ConnectionStrings:{connection.Key} needs a password of {Shortest} characters that is not a known one."
            )
            .ToList();
        if (configuration["Secrets:KeyFile"] is null && !configuration.GetSection("Secrets:Keys").GetChildren().Any())
        {
            wrong.Add("Secrets:KeyFile or Secrets:Keys:<id> is not set. Make a key with: openssl rand -base64 32");
        }

        if (configuration["Auth:SigningKeyFile"] is null && configuration["Auth:PublicKeyFile"] is null)
        {
            wrong.Add("Auth:SigningKeyFile is not set. Make one with: openssl ecparam -name prime256v1 -genkey -noout");
        }

        return wrong;
    }

    private static bool IsWeak(string? connection)
    {
        var password = new NpgsqlConnectionStringBuilder(connection).Password ?? "";
        return password.Length < Shortest
            || Array.Exists(
                Known,
                known => password.Replace(known, "", StringComparison.OrdinalIgnoreCase).Length < Shortest / 2
            );
    }
}
