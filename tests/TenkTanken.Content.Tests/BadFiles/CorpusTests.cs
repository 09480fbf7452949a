using System.Text;
using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.BadFiles;

/// <summary>What holds for each and every way for content to be broken: it is told, and nothing throws or hangs.</summary>
public sealed class CorpusTests(CorpusTests.Run run) : IClassFixture<CorpusTests.Run>
{
    /// <summary>Several hundred times what loading takes: only what hangs is stopped.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Whole content takes some tens of megabytes in passing.</summary>
    private const long MostBytes = 400L * 1024 * 1024;

    [Fact]
    public void The_corpus_is_large_and_each_case_has_a_name_of_its_own()
    {
        Assert.True(run.Outcomes.Count >= 400);
        Assert.Equal(run.Outcomes.Count, run.Outcomes.Select(outcome => outcome.Name).Distinct().Count());
    }

    [Fact]
    public void Nothing_throws_or_hangs()
    {
        NoneIs(outcome => outcome.Thrown is not null, outcome => outcome.Thrown!);
    }

    [Fact]
    public void Without_a_library_there_is_a_problem_that_blocks_and_with_one_there_is_none()
    {
        NoneIs(outcome => outcome.Thrown is null && outcome.HasLibrary == outcome.Problems.Any(problem => problem.Blocks), Said);
    }

    [Fact]
    public void Every_problem_says_its_file_what_is_wrong_and_what_to_do()
    {
        NoneIs(outcome => outcome.Problems.Any(problem => problem.File.Length == 0 || problem.Line < 0), Said);
        NoneIs(outcome => outcome.Problems.Any(problem => Problem.Languages.Any(language => problem.Wrong(language).Length == 0 || problem.Remedy(language).Length == 0)), Said);

        var problems = run.Outcomes.SelectMany(outcome => outcome.Problems).ToList();
        Assert.True(problems.Count(problem => problem.Line > 0) > problems.Count / 2);
    }

    [Fact]
    public void What_was_broken_by_hand_is_named_by_kind_file_and_line()
    {
        NoneIs(
            outcome => outcome.Expected is { } expected
                && !outcome.Problems.Any(problem => (problem.Kind, problem.File, problem.Line) == (expected.Kind, expected.File, expected.Line)),
            outcome => $"wanted {outcome.Expected}, got {Said(outcome)}");
    }

    [Fact]
    public void The_corpus_is_really_broken()
    {
        Assert.True(run.Outcomes.Count(outcome => outcome.Problems.Any(problem => problem.Blocks)) >= 300);
        Assert.True(run.Outcomes.Count(outcome => outcome.Expected is not null) >= 300);
    }

    [Fact]
    public void Nothing_takes_memory_without_bound()
    {
        NoneIs(outcome => outcome.Bytes > MostBytes, outcome => $"{outcome.Bytes}");
    }

    [Fact]
    public void Afterwards_the_content_is_whole_again()
    {
        Assert.Empty(run.Afterwards);
    }

    private static string Said(Outcome outcome) => string.Join("\n    ", outcome.Problems.Take(5));

    private void NoneIs(Func<Outcome, bool> wrong, Func<Outcome, string> how)
    {
        var said = new StringBuilder();
        foreach (var outcome in run.Outcomes.Where(wrong))
        {
            said.AppendLine().Append(outcome.Name).Append(": ").Append(how(outcome));
        }

        Assert.True(said.Length == 0, said.ToString());
    }

    public sealed record Outcome(string Name, string? Thrown, bool HasLibrary, IReadOnlyList<Problem> Problems, long Bytes)
    {
        internal Expected? Expected { get; init; }
    }

    /// <summary>Every case is loaded once, for all that is asked of it.</summary>
    public sealed class Run
    {
        public Run()
        {
            using var content = new BreakableContent(Repository.Content);
            Outcomes = [.. Corpus.Of(content).Select(one => Try(one, content))];
            Afterwards = [.. ContentLoader.Load(content.Folder).Problems.Where(problem => problem.Blocks)];
        }

        public IReadOnlyList<Outcome> Outcomes { get; }

        public IReadOnlyList<Problem> Afterwards { get; }

        private static Outcome Try(BadCase one, BreakableContent content)
        {
            var expected = one.Break(content);
            var loading = Task.Run(() => Load(one.Name, content.Folder));
            var outcome = loading.Wait(Patience) ? loading.Result : new Outcome(one.Name, "It hangs.", false, [], 0);
            content.Undo();

            return outcome with { Expected = expected };
        }

        private static Outcome Load(string name, string folder)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var loaded = ContentLoader.Load(folder);
                var said = loaded.Problems.Sum(problem => problem.ToString().Length);

                return new Outcome(name, said < 0 ? "" : null, loaded.Library is not null, loaded.Problems, GC.GetAllocatedBytesForCurrentThread() - before);
            }
            catch (Exception fault)
            {
                return new Outcome(name, fault.ToString(), false, [], 0);
            }
        }
    }
}
