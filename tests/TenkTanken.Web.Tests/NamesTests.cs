using System.Reflection;
using System.Text.RegularExpressions;
using TenkTanken.Content;
using TenkTanken.Web.Tests.Modules;
using Xunit;

namespace TenkTanken.Web.Tests;

public sealed partial class NamesTests
{
    private static readonly Assembly[] Ours =
        [typeof(ContentLibrary).Assembly, typeof(Data.Sessions).Assembly, typeof(Program).Assembly, Assembly.Load("tenk")];

    [Fact]
    public void What_is_awaited_says_so_in_its_name_and_nothing_else_does()
    {
        var types = Ours.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("TenkTanken", StringComparison.Ordinal) != false).ToList();

        Assert.Empty(types.SelectMany(Misnamed));
        Assert.Equal(["CountAsync", "Load", "Wait"], Misnamed(typeof(Badly)).Order());
        Assert.Empty(Misnamed(typeof(Well)));
    }

    private static IEnumerable<string> Misnamed(Type type) =>
        from method in CompiledCode.MethodsOf(type).OfType<MethodInfo>()
        where !method.IsSpecialName && !IsNamedByOthers(method) && !type.IsAssignableTo(typeof(Delegate))
        let name = LocalFunction().Match(method.Name) is { Success: true } local ? local.Groups["name"].Value : method.Name
        where !name.StartsWith('<') && name.EndsWith("Async", StringComparison.Ordinal) != IsAwaited(method.ReturnType)
        select name;

    private static bool IsAwaited(Type type) =>
        type.IsAssignableTo(typeof(Task)) || type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static bool IsNamedByOthers(MethodInfo method) =>
        !Ours.Append(typeof(NamesTests).Assembly).Contains(method.GetBaseDefinition().DeclaringType!.Assembly)
        || (method.DeclaringType is { IsInterface: false } type && type.GetInterfaces().Where(one => !Ours.Contains(one.Assembly))
            .Any(one => type.GetInterfaceMap(one).TargetMethods.Contains(method)));

    /// <summary>As the compiler writes it: <c>&lt;LoadAsync&gt;g__ReadAsync|4_0</c>.</summary>
    [GeneratedRegex(@"^<.*>g__(?<name>\w+)\|")]
    private static partial Regex LocalFunction();

    private static class Badly
    {
        public static Task Load() => Task.CompletedTask;

        public static int CountAsync()
        {
            return Wait().AsTask().Id;

            static ValueTask<int> Wait() => new(1);
        }
    }

    private sealed class Well : IAsyncDisposable
    {
        public static Func<Task> Later { get; } = () => Task.CompletedTask;

        public static Task<int> LoadAsync() => Task.FromResult(1);

        public ValueTask DisposeAsync() => default;
    }
}
