using System.Text.Json;

namespace Flowstate.Shared.Slices;

/// <summary>An outcome that can be made from an error, so that a pipeline step can stop a slice.</summary>
public interface IOutcome<out TSelf>
{
    Error? Error { get; }

    static abstract TSelf Fail(Error error);

    static abstract TSelf FromJson(string json, JsonSerializerOptions options);

    string ToJson(JsonSerializerOptions options);
}

/// <summary>A value or an <see cref="Error"/>. Rules return it; exceptions are for bugs.</summary>
public readonly record struct Result<T> : IOutcome<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, Error? error) => (_value, Error) = (value, error);

    public Error? Error { get; }

    public bool IsSuccess => Error is null;

    /// <summary>The value; asking a failed result for it is a bug.</summary>
    public T Value =>
        Error is null ? _value! : throw new InvalidOperationException($"No value: {Error.Code} {Error.Message}");

    public static Result<T> Fail(Error error) => new(default, error);

    public static Result<T> FromJson(string json, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<T>(json, options)!;

    public string ToJson(JsonSerializerOptions options) => JsonSerializer.Serialize(Value, options);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => Fail(error);

    public Result<TNext> Then<TNext>(Func<T, TNext> next) => Error is null ? next(_value!) : Error;
}

/// <summary>Nothing to return: <c>Result&lt;Done&gt;</c> answers 204.</summary>
public readonly record struct Done;

/// <summary>A page of a keyset list. <paramref name="NextCursor"/> is null on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>A value with the version that becomes its <c>ETag</c>.</summary>
public sealed record Versioned<T>(T Value, long Version);
