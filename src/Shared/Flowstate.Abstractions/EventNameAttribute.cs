namespace Flowstate.Abstractions;

/// <summary>The name on the wire, <c>module.event-name.vN</c>: the C# type may be renamed, this may not.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
