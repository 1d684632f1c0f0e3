using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Flowstate.Benchmarks;

/// <summary>Binary COPY into twins of the product's tables: their columns and indexes, no trigger, no row-level security.</summary>
internal static class BareImport
{
    private const string Twins = """
        drop schema if exists bare cascade;
        create schema bare;
        create table bare.contacts (like contacts.contacts including defaults including storage including indexes);
        create table bare.contact_points (like contacts.contact_points including defaults including storage including indexes);
        create table bare.contact_rhythms (like contacts.contact_rhythms including defaults including storage including indexes);
        """;

    private sealed record Person(int Number, Guid Id, string Name, string Mail, string Phone);

    public static async Task<double> RowsPerSecond(string connectionString, int rows)
    {
        await using var source = NpgsqlDataSource.Create($"{connectionString};Command Timeout=1800");
        await using var connection = await source.OpenConnectionAsync();
        await Execute(connection, Twins);
        var (workspace, owner, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        var people = Enumerable
            .Range(0, rows)
            .Select(i => new Person(
                i,
                Guid.CreateVersion7(now.AddTicks(i)),
                $"Ana{i} Berg",
                $"ana{i}@example.com",
                $"+474{i:D7}"
            ))
            .ToList();
        var clock = Stopwatch.StartNew();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await Execute(connection, "set local gin_pending_list_limit = '256MB'");
            await Copy(
                connection,
                """
                bare.contacts (workspace_id, id, owner_id, first_name, last_name, name, organisation, primary_email, primary_phone,
                  tags, warmth, search_text, created_at, updated_at, stage, stage_entered_at, version)
                """,
                people,
                async (writer, person) =>
                {
                    await writer.WriteAsync(workspace);
                    await writer.WriteAsync(person.Id);
                    await writer.WriteAsync(owner);
                    await writer.WriteAsync(person.Name[..^5]);
                    await writer.WriteAsync("Berg");
                    await writer.WriteAsync(person.Name);
                    await writer.WriteAsync($"Fjord {person.Number % 500} AS");
                    await writer.WriteAsync(person.Mail);
                    await writer.WriteAsync(person.Phone);
                    await writer.WriteAsync(Array.Empty<string>());
                    await writer.WriteAsync(0);
                    await writer.WriteAsync(
                        $" {person.Name}\n fjord {person.Number % 500} as\n {person.Mail}\n {person.Phone}\n".ToLowerInvariant()
                    );
                    await writer.WriteAsync(now);
                    await writer.WriteAsync(now);
                    await writer.WriteAsync("lead", NpgsqlDbType.Varchar);
                    await writer.WriteAsync(now);
                    await writer.WriteAsync(1L);
                }
            );
            await Copy(
                connection,
                "bare.contact_points (workspace_id, contact_id, id, owner_id, kind, value, normalised, position, active)",
                people,
                async (writer, person) =>
                {
                    await Point(writer, person, "email", person.Mail);
                    await writer.StartRowAsync();
                    await Point(writer, person, "phone", person.Phone);
                }
            );
            await Copy(
                connection,
                "bare.contact_rhythms (workspace_id, contact_id, sequence, evidence, no_thanks_rung, resting)",
                people,
                async (writer, person) =>
                {
                    await writer.WriteAsync(workspace);
                    await writer.WriteAsync(person.Id);
                    await writer.WriteAsync(1L);
                    await writer.WriteAsync(0);
                    await writer.WriteAsync(0);
                    await writer.WriteAsync(false);
                }
            );
            await transaction.CommitAsync();
        }

        await Execute(
            connection,
            "select gin_clean_pending_list(indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam where i.indrelid = 'bare.contacts'::regclass and a.amname = 'gin'"
        );
        var seconds = clock.Elapsed.TotalSeconds;
        await Execute(connection, "drop schema bare cascade");
        return rows / seconds;

        async Task Point(NpgsqlBinaryImporter writer, Person person, string kind, string value)
        {
            await writer.WriteAsync(workspace);
            await writer.WriteAsync(person.Id);
            await writer.WriteAsync(Guid.CreateVersion7());
            await writer.WriteAsync(owner);
            await writer.WriteAsync(kind, NpgsqlDbType.Varchar);
            await writer.WriteAsync(value);
            await writer.WriteAsync(value);
            await writer.WriteAsync(0);
            await writer.WriteAsync(true);
        }
    }

    private static async Task Copy(
        NpgsqlConnection connection,
        string table,
        List<Person> people,
        Func<NpgsqlBinaryImporter, Person, Task> write
    )
    {
        await using var writer = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)");
        foreach (var person in people)
        {
            await writer.StartRowAsync();
            await write(writer, person);
        }

        await writer.CompleteAsync();
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
